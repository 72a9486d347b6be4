import type { Observation, Span } from '../../contract/index.ts'

/** A stretch of one line. `records` is empty in plain text and in a numeral that nothing explains. */
export interface Piece extends Span {
  readonly kind: 'plain' | 'ink' | 'unexplained'
  readonly records: readonly string[]
}

/** A line, or as much of a cell as stands together, cut into pieces that follow each other without a gap. */
export interface Line extends Span {
  readonly pieces: readonly Piece[]
}

interface Stroke extends Span {
  kind: 'ink' | 'unexplained'
  records: string[]
}

/** Observations and unexplained numerals in reading order, without overlaps: what overlaps becomes one stroke. */
const strokesOf = (length: number, observations: readonly Observation[], unexplained: readonly Span[]): Stroke[] => {
  const all: Stroke[] = [
    ...observations.map(o => ({ ...o.evidence, kind: 'ink' as const, records: [o.id] })),
    ...unexplained.map(span => ({ ...span, kind: 'unexplained' as const, records: [] })),
  ]
    .filter(stroke => stroke.start < stroke.end && stroke.end <= length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Stroke[] = []
  for (const { start, end, kind, records } of all) {
    const last = merged.at(-1)
    if (last === undefined || start >= last.end) {
      merged.push({ start, end, kind, records })
      continue
    }
    last.end = Math.max(last.end, end)
    last.records.push(...records)
    if (kind === 'ink') last.kind = 'ink'
  }
  return merged
}

/** The ink of a text: the numbers that are records, and those that nothing explains. */
export class Ink {
  readonly #strokes: readonly Stroke[]

  /**
   * @param length of the text in UTF-16 units; what reaches beyond it is left out
   * @param observations in any order
   */
  constructor(length: number, observations: readonly Observation[], unexplained: readonly Span[]) {
    this.#strokes = strokesOf(length, observations, unexplained)
  }

  /** Cuts a stretch of the text at its ink; ink that begins before it or goes on behind it is cut at its edges. */
  cut(start: number, end: number): Line {
    const pieces: Piece[] = []
    let at = start
    for (let i = this.#firstBehind(start); at < end; i += 1) {
      const stroke = this.#strokes[i]
      if (stroke === undefined || stroke.start >= end) break
      const from = Math.max(stroke.start, at)
      const to = Math.min(stroke.end, end)
      if (from > at) pieces.push({ kind: 'plain', start: at, end: from, records: [] })
      pieces.push({ kind: stroke.kind, start: from, end: to, records: stroke.records })
      at = to
    }
    if (at < end) pieces.push({ kind: 'plain', start: at, end, records: [] })
    return { start, end, pieces }
  }

  /** The first stroke that ends behind an offset: cells of a table need not come in the order of the text. */
  #firstBehind(offset: number): number {
    let low = 0
    let high = this.#strokes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#strokes[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}
