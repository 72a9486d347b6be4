import type { PagePieces } from './page-pieces.ts'
import { type SegmentedLine, segmentLine } from './segments.ts'
import { visualLines } from './visual-lines.ts'

/** The head of a document and its signature set so many lines side by side, without numbers. */
const LAYOUT_LINES = 4

const NUMBER = /^[-–+(]?\d[\d.,\s]*%?\)?$/

/**
 * Whether texts of a page stand side by side in a way that rules around them may make a table of. Reading the rules of a page takes
 * as long as reading its text.
 */
export const mayHoldTable = ({ directions }: PagePieces): boolean =>
  directions.some(({ pieces }) => {
    const lines = visualLines(pieces).map(segmentLine)
    let beside = 0
    for (const [i, line] of lines.entries()) {
      if (line.segments.length > 2) return true
      const next = lines[i + 1]
      const pair = line.segments.length === 2 ? line : next !== undefined && areBeside(line, next) ? next : null
      if (pair === null) continue
      if ([...line.segments, ...pair.segments].some(segment => NUMBER.test(segment.text))) return true
      beside++
    }
    return beside > LAYOUT_LINES
  })

/** Two lines of which the one ends before the other begins. */
const areBeside = ({ segments: [one] }: SegmentedLine, { segments: [other] }: SegmentedLine): boolean =>
  one !== undefined && other !== undefined && (one.right < other.left || other.right < one.left)
