import type { View } from './focus.ts'

/** One of the two sides that scroll together: what of the text stands where in it. */
export interface Side {
  readonly scroller: Element
  /** CSS px that a head covers at its top. */
  readonly covered: number
  /** The offset of the text at a height of what scrolls, in CSS px. */
  offsetAt(top: number): number
  topAt(offset: number): number
  /** Shows an offset within a part of the side that scrolls by itself. */
  reveal?(offset: number): void
}

export const viewOf = ({ scroller: { scrollTop, clientHeight, scrollHeight }, covered }: Side): View => ({
  ...{ scrollTop, clientHeight, scrollHeight, covered },
})
