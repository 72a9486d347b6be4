/** Why a form has to wait: what it asked for is on its way, or is held with other decisions and waits for a word. Null: it has not. */
export type Busy = 'sending' | 'held' | null
