/** Where a line of text or a table lies, pixels, both ends included. */
export interface Stretch {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Page {
  readonly pageWidth: number
  readonly dpi: number
  /** Whether what is higher than a few lines counts. */
  readonly withTables: boolean
}

/** Text is so wide, as a share of the page; a full line as a share of the text. */
const TEXT = 0.5
const FULL = 0.6

/** Full lines together are so high, inches: about five. */
const ENOUGH = 0.7

/** What is lower is a speck; what is higher than lines that touch is a table or a picture, inches. */
const SPECK = 0.04
const TABLE = 1

/** Whether stretches are those of a page of text: full lines, as wide as the text as a whole, a page wide. */
export function hasPageOfLines(stretches: readonly Stretch[], { pageWidth, dpi, withTables }: Page): boolean {
  const seen = stretches.filter(({ top, bottom }) => bottom - top + 1 >= SPECK * dpi)
  const width = Math.max(...seen.map(({ right }) => right)) - Math.min(...seen.map(({ left }) => left))
  if (seen.length === 0 || width < TEXT * pageWidth) return false
  const full = seen.filter(
    ({ left, right, top, bottom }) => right - left >= FULL * width && (withTables || bottom - top < TABLE * dpi),
  )
  return full.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0) >= ENOUGH * dpi
}
