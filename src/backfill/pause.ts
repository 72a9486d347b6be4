const LEAST = 500
const MOST = 10_000
const SHARE = 50

/**
 * How long to wait before counts are looked at again: counting a hundred thousand files is not for nothing, and never takes more
 * than a fiftieth of the time.
 * @param spent milliseconds that looking has taken
 * @returns milliseconds
 */
export const pauseAfter = (spent: number): number => Math.min(MOST, Math.max(LEAST, spent * SHARE))
