/** A key that is pressed. */
export interface KeyPress {
  readonly shiftKey: boolean
  /** It is held, and this is not the first time. */
  readonly repeat: boolean
}

/**
 * What single keys do, by the key's value, letters in lower case. False: the key was not for this, the browser does what it always does.
 */
export type Keys = Readonly<Record<string, (press: KeyPress) => unknown>>
