import type { Box } from '../../contract/index.ts'

/** What is to be seen of a record on its page, the most urgent first. */
export const MARK_STATES = ['suspect', 'doubtful', 'open', 'settled', 'rejected'] as const
export type MarkState = (typeof MARK_STATES)[number]

/** A record at its place on a page. */
export interface Marked {
  readonly id: string
  /** From 1. */
  readonly page: number
  /** Left, top, right, bottom in points from the page's upper left corner, as in `evidence.box`. */
  readonly box: Box
  /** The number as it is printed; finds its exact place where the box holds more than the number. */
  readonly number: string
  /** What it is, for those who hear the page: `Số hợp tác xã, 8 tháng 2019: 1.559 người`. */
  readonly label: string
  readonly state: MarkState
}

export type LightKind =
  /** Words that stand with the selected number and gave it a meaning. */
  | 'words'
  /** What it got from further away: a heading, the head of its column. */
  | 'context'
  /** Another figure of the sum that is looked at. */
  | 'flag'
  /** The figure at which a flag is looked at; the pane scrolls to it. */
  | 'sought'
  /** A number that nobody explains. */
  | 'unexplained'
  /** Words that were searched for. */
  | 'found'
  /** What was asked for just now; the pane scrolls to it. */
  | 'pointed'

/** Words of a page that are found by those around them, where no box is known. Blanks do not count. */
export interface WordsBetween {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** A number of a page: with the words around it, by which it is found in the text; on a picture the point that was asked about. */
export interface PageNumeral {
  readonly page: number
  readonly at: { readonly between: WordsBetween } | { readonly point: readonly [x: number, y: number] }
}

/** A place that is lit beside the records. */
export interface Lit {
  readonly page: number
  readonly kind: LightKind
  readonly at: { readonly box: Box } | { readonly between: WordsBetween }
}

/** A place of a page that the user has drawn or selected, for a record that was missed. */
export interface PagePlace {
  readonly page: number
  readonly box: Box
  /** The words that were selected, where the page has a text layer. */
  readonly between?: WordsBetween
}
