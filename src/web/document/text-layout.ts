import type { Observation, Span, Table } from '../../contract/index.ts'
import { Ink, type Line } from './ink.ts'
import { KnownLabels } from './row-labels.ts'
import { type DrawnTable, layOutTable } from './table-layout.ts'
import { partText } from './text-parts.ts'

export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'tabs'; readonly rows: Line[][] }
  | DrawnTable

/** Some dozens of lines that the browser may leave undrawn as long as they are out of sight. */
export interface Chunk {
  readonly key: number
  readonly blocks: readonly Block[]
  /** How high it is likely to be, in lines of `LINE_WIDTH` characters. */
  readonly lines: number
}

const LINES_IN_CHUNK = 40
const LINE_WIDTH = 80
/** A higher table scrolls in its own box. */
const LINES_IN_TABLE = 25

const cutAtTabs = (text: string, start: number, end: number, ink: Ink): Line[] => {
  const cells: Line[] = []
  for (let from = start; from <= end; ) {
    const tab = text.indexOf('\t', from)
    const to = tab === -1 || tab >= end ? end : tab
    cells.push(ink.cut(from, to))
    from = to + 1
  }
  return cells
}

/** Collects blocks into chunks. */
class Chunks {
  readonly done: Chunk[] = []
  #blocks: Block[] = []
  #lines = 0

  get last(): Block | undefined {
    return this.#blocks.at(-1)
  }

  /** @param lines how many lines it adds, also to the block that is the last already */
  add(block: Block, lines: number): void {
    if (block !== this.last) this.#blocks.push(block)
    this.#lines += lines
    // A run of rows is never cut in two: its columns would no longer stand under each other.
    if (this.#lines >= LINES_IN_CHUNK && block.kind !== 'tabs') this.close()
  }

  close(): void {
    if (this.#blocks.length > 0) this.done.push({ key: this.done.length, blocks: this.#blocks, lines: this.#lines })
    this.#blocks = []
    this.#lines = 0
  }
}

/** Lines of prose; a line that holds a tab is a row, and a run of such lines one block. */
const addProse = (text: string, span: Span, ink: Ink, chunks: Chunks): void => {
  let tab = -1
  for (let start = span.start; start <= span.end; ) {
    const lineBreak = text.indexOf('\n', start)
    const stop = lineBreak === -1 || lineBreak > span.end ? span.end : lineBreak
    const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop
    // Looked for once, not from every line: a text without tabs would be read through as often as it has lines.
    if (tab < start && tab !== Number.POSITIVE_INFINITY) {
      const found = text.indexOf('\t', start)
      tab = found === -1 ? Number.POSITIVE_INFINITY : found
    }
    const lines = Math.max(1, Math.ceil((end - start) / LINE_WIDTH))
    if (tab < end) {
      const row = cutAtTabs(text, start, end, ink)
      const { last } = chunks
      if (last?.kind === 'tabs') {
        last.rows.push(row)
        chunks.add(last, lines)
      } else chunks.add({ kind: 'tabs', rows: [row] }, lines)
    } else chunks.add({ kind: 'line', line: ink.cut(start, end) }, lines)
    start = stop + 1
  }
}

/**
 * The document's text as chunks of lines and tables, with the ink of its records in them.
 * @param text as read
 * @param observations in any order; spans outside the text are left out
 * @param tables whose cells the text is drawn in; rows that the text sets apart by tabs outside of them are drawn as such
 */
export const layOut = (
  text: string,
  observations: readonly Observation[],
  unexplained: readonly Span[],
  tables: readonly Table[],
): readonly Chunk[] => {
  const ink = new Ink(text.length, observations, unexplained)
  const known = new KnownLabels(observations)
  const chunks = new Chunks()
  for (const part of partText(text, tables)) {
    if (part.kind === 'prose') {
      addProse(text, part, ink, chunks)
      continue
    }
    const table = layOutTable(part, known.of(part.table), (start, end) => ink.cut(start, end))
    chunks.add(table, Math.min(table.head.length + table.body.length, LINES_IN_TABLE))
  }
  chunks.close()
  return chunks.done
}
