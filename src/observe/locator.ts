import type { Box, Evidence, Span } from '../contract/index.ts'
import type { SourceCell, SourceDocument, SourceLine } from '../read/source-document.ts'

/** Finds the line, page and box of a stretch of the text as read. */
export class Locator {
  readonly #lines: readonly SourceLine[]
  /** Cells with an address of their own, in the order of the text. */
  readonly #cells: readonly SourceCell[]

  constructor(document: SourceDocument) {
    this.#lines = document.lines
    const cells = document.tables.flatMap(table => table.cells.filter(cell => cell.path !== undefined))
    this.#cells = cells.sort((a, b) => a.start - b.start)
  }

  /**
   * Lines count from 1. The box is that of the characters, cut out of their line's box in proportion. The path is that of the
   * cell where cells have one, else that of the line.
   */
  place(span: Span): Pick<Evidence, 'page' | 'line' | 'box' | 'path'> {
    const at = lastFrom(this.#lines, span.start)
    const line = this.#lines[at]
    const path = this.#cellPath(span) ?? line?.path ?? null
    return { page: line?.page ?? null, line: at + 1, box: line ? boxOf(line, span) : null, path }
  }

  #cellPath({ start }: Span): string | undefined {
    const cell = this.#cells[lastFrom(this.#cells, start)]
    return cell !== undefined && cell.start <= start && start < cell.end ? cell.path : undefined
  }
}

/** The place of the last of the sorted spans that does not begin behind an offset, 0 where all do. */
function lastFrom(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const boxOf = (line: SourceLine, span: Span): Box | null => {
  if (!line.box) return null
  const [left, top, right, bottom] = line.box
  const width = (right - left) / Math.max(1, line.end - line.start)
  const from = Math.max(0, span.start - line.start)
  const to = Math.min(line.end, span.end) - line.start
  return [left + from * width, top, left + Math.max(from, to) * width, bottom]
}
