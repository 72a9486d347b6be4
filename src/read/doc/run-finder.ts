import { countWhile } from '../../sorted.ts'
import type { FormattedRun } from './formatting.ts'
import { bytesEnd, type Piece } from './pieces.ts'

/** A stretch of the text, counted in characters, with its properties. */
export interface TextRun {
  readonly start: number
  readonly end: number
  readonly properties: Buffer
}

const NONE = Buffer.alloc(0)

/**
 * Brings runs from places in the file to places in the text, in the order of the text and without gaps: what no run describes
 * has no properties.
 * @param runs in the order of the file
 */
export const textRuns = (pieces: readonly Piece[], runs: readonly FormattedRun[]): TextRun[] =>
  pieces.flatMap(piece => {
    const found: TextRun[] = []
    let at = piece.start
    const toText = (place: number) => piece.start + Math.ceil((place - piece.at) / piece.width)
    for (let i = countWhile(runs, run => run.end <= piece.at); i < runs.length; i++) {
      const run = runs[i]
      if (run === undefined || run.start >= bytesEnd(piece)) break
      const start = Math.max(at, toText(run.start))
      const end = Math.min(piece.end, toText(run.end))
      if (end <= start) continue
      if (start > at) found.push({ start: at, end: start, properties: NONE })
      found.push({ start, end, properties: run.properties })
      at = end
    }
    if (at < piece.end) found.push({ start: at, end: piece.end, properties: NONE })
    return found
  })
