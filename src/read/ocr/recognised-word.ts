import type { Box } from '../../contract/index.ts'

/** A word as an engine read it. */
export interface RecognisedWord {
  readonly text: string
  /** The ink of the word, in pixels of the image that was read. */
  readonly box: Box
  /** How sure the engine is, 0 to 100. */
  readonly confidence: number
  /** The line that the engine set the word in: words of one line follow each other. Counted from 0 on each page. */
  readonly line: number
  /** What was read in one go with it, where that is more than its line: cells that stand beside each other. */
  readonly company?: number
}
