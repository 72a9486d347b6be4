import type { Box, Evidence, Span } from '../contract/index.ts'
import type { SourceDocument, SourceLine } from '../read/source-document.ts'

/** Finds the line, page and box of a stretch of the text as read. */
export class Locator {
  readonly #lines: readonly SourceLine[]

  constructor(document: SourceDocument) {
    this.#lines = document.lines
  }

  /** Lines count from 1. The box is that of the characters, cut out of their line's box in proportion. */
  place(span: Span): Pick<Evidence, 'page' | 'line' | 'box' | 'path'> {
    const at = this.#lineAt(span.start)
    const line = this.#lines[at]
    return { page: line?.page ?? null, line: at + 1, box: line ? boxOf(line, span) : null, path: line?.path ?? null }
  }

  #lineAt(offset: number): number {
    let low = 0
    let high = this.#lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#lines[middle]?.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

const boxOf = (line: SourceLine, span: Span): Box | null => {
  if (!line.box) return null
  const [left, top, right, bottom] = line.box
  const width = (right - left) / Math.max(1, line.end - line.start)
  const from = Math.max(0, span.start - line.start)
  const to = Math.min(line.end, span.end) - line.start
  return [left + from * width, top, left + Math.max(from, to) * width, bottom]
}
