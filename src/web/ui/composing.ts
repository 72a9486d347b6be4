/** What an input method gives as the code of every key that it takes for itself. */
const TAKEN = 229

/**
 * Whether a key belongs to an input method that is composing a word, such as the Enter that ends it. Some browsers tell it by the
 * key's code alone.
 */
export const isComposing = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === TAKEN
