/** A text as read, with its SHA-256 (see `textHash`). */
export interface KnownText {
  readonly text: string
  readonly hash: string
}
