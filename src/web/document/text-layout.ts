import type { Observation, Span } from '../../contract/index.ts'

/** A stretch of one line. `records` is empty in plain text and in a numeral that nothing explains. */
export interface Piece extends Span {
  readonly kind: 'plain' | 'ink' | 'unexplained'
  readonly records: readonly string[]
}

export interface Line extends Span {
  readonly pieces: readonly Piece[]
}

export type Block = { readonly kind: 'line'; readonly line: Line } | { readonly kind: 'table'; readonly rows: Line[][] }

/** Some dozens of lines that the browser may leave undrawn as long as they are out of sight. */
export interface Chunk extends Span {
  readonly blocks: readonly Block[]
  /** How high it is likely to be, in lines of `LINE_WIDTH` characters. */
  readonly lines: number
}

interface Ink extends Span {
  kind: 'ink' | 'unexplained'
  records: string[]
}

const LINES_IN_CHUNK = 40
const LINE_WIDTH = 80

/** Observations and unexplained numerals in reading order, without overlaps: what overlaps becomes one piece of ink. */
const collectInk = (text: string, observations: readonly Observation[], unexplained: readonly Span[]): Ink[] => {
  const all: Ink[] = [
    ...observations.map(o => ({ ...o.evidence, kind: 'ink' as const, records: [o.id] })),
    ...unexplained.map(span => ({ ...span, kind: 'unexplained' as const, records: [] })),
  ]
    .filter(ink => ink.start < ink.end && ink.end <= text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Ink[] = []
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

/** Cuts the text into lines and cells; one pass over the ink, since both come in reading order. */
class Cutter {
  readonly #ink: readonly Ink[]
  #next = 0

  constructor(ink: readonly Ink[]) {
    this.#ink = ink
  }

  cut(start: number, end: number): Line {
    const pieces: Piece[] = []
    let at = start
    for (;;) {
      const ink = this.#ink[this.#next]
      if (ink === undefined || ink.start >= end) break
      if (ink.end > at) {
        const from = Math.max(ink.start, at)
        const to = Math.min(ink.end, end)
        if (from > at) pieces.push({ kind: 'plain', start: at, end: from, records: [] })
        if (to > from) pieces.push({ kind: ink.kind, start: from, end: to, records: ink.records })
        at = Math.max(at, to)
      }
      // Ink that goes on in the next line or cell is kept for it.
      if (ink.end > end) break
      this.#next += 1
    }
    if (at < end) pieces.push({ kind: 'plain', start: at, end, records: [] })
    return { start, end, pieces }
  }
}

const cutRow = (text: string, start: number, end: number, cutter: Cutter): Line[] => {
  const cells: Line[] = []
  for (let from = start; from <= end; ) {
    const tab = text.indexOf('\t', from)
    const to = tab === -1 || tab >= end ? end : tab
    cells.push(cutter.cut(from, to))
    from = to + 1
  }
  return cells
}

/**
 * The document's text as chunks of lines and tables, with the ink of its records in them.
 * @param text as read; a line that holds a tab is a row of a table, a run of such lines is the table
 * @param observations in any order; spans outside the text are left out
 */
export const layOut = (
  text: string,
  observations: readonly Observation[],
  unexplained: readonly Span[],
): readonly Chunk[] => {
  const cutter = new Cutter(collectInk(text, observations, unexplained))
  const chunks: Chunk[] = []
  let blocks: Block[] = []
  let chunkStart = 0
  let lines = 0
  let tab = -1

  for (let start = 0; start <= text.length; ) {
    const lineBreak = text.indexOf('\n', start)
    const stop = lineBreak === -1 ? text.length : lineBreak
    const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop
    // Looked for once, not from every line: a text without tabs would be read through as often as it has lines.
    if (tab < start && tab !== Number.POSITIVE_INFINITY) {
      const found = text.indexOf('\t', start)
      tab = found === -1 ? Number.POSITIVE_INFINITY : found
    }
    if (tab < end) {
      const row = cutRow(text, start, end, cutter)
      const last = blocks.at(-1)
      if (last?.kind === 'table') last.rows.push(row)
      else blocks.push({ kind: 'table', rows: [row] })
    } else {
      blocks.push({ kind: 'line', line: cutter.cut(start, end) })
    }
    lines += Math.max(1, Math.ceil((end - start) / LINE_WIDTH))
    // A table is never cut in two: its columns would no longer stand under each other.
    if (lines >= LINES_IN_CHUNK && blocks.at(-1)?.kind === 'line') {
      chunks.push({ start: chunkStart, end: stop, blocks, lines })
      blocks = []
      chunkStart = stop + 1
      lines = 0
    }
    start = stop + 1
  }
  if (blocks.length > 0) chunks.push({ start: chunkStart, end: text.length, blocks, lines })
  return chunks
}
