import type { Box, Evidence, Span } from '../contract/index.ts'
import type { SourceDocument, SourceLine, SourceWord } from '../read/source-document.ts'
import { lastWhile } from '../sorted.ts'

/** Where a stretch of the text stands. */
export interface Place extends Pick<Evidence, 'page' | 'line' | 'box' | 'path'> {
  /** The characters were read from an image: the box is that of their ink, and this the confidence of the least sure, 0 to 1. */
  readonly recognised: number | null
}

/** Finds the line, page and box of a stretch of the text as read. */
export class Locator {
  readonly #lines: readonly SourceLine[]
  readonly #words: readonly SourceWord[]

  constructor({ lines, words = [] }: Pick<SourceDocument, 'lines' | 'words'>) {
    this.#lines = lines
    this.#words = words
  }

  /**
   * Lines count from 1. The box is that of the words where they were read from an image, else it is cut out of the line's box;
   * both in proportion to the characters. The path is that of the cell where cells have one, else that of the line.
   */
  place(span: Span): Place {
    const at = lastAtOrBefore(this.#lines, span.start)
    const line = this.#lines[at]
    const words = this.#wordsIn(span)
    const [first] = words
    const place = { page: line?.page ?? null, line: at + 1, path: line?.path ?? null }
    if (first === undefined) return { ...place, box: line?.box ? cut(line, line.box, span) : null, recognised: null }
    const boxes = words.filter(word => word.page === first.page).map(word => cut(word, word.box, span))
    const recognised = Math.min(...words.map(word => word.confidence)) / 100
    return { ...place, page: first.page, box: around(boxes), recognised }
  }

  #wordsIn({ start, end }: Span): SourceWord[] {
    const words: SourceWord[] = []
    for (let i = lastAtOrBefore(this.#words, start); i < this.#words.length; i++) {
      const word = this.#words[i]
      if (word === undefined || word.start >= end) break
      if (word.end > start) words.push(word)
    }
    return words
  }
}

/** The last of the stretches, which are in order, that begins at an offset or before it; the first where none does. */
const lastAtOrBefore = (stretches: readonly Span[], offset: number): number =>
  lastWhile(stretches, ({ start }) => start <= offset)

/** The part of a box that the characters of a span take up, all of them taken to be as wide. */
function cut(whole: Span, [left, top, right, bottom]: Box, span: Span): Box {
  const width = (right - left) / Math.max(1, whole.end - whole.start)
  const from = Math.max(0, span.start - whole.start)
  const to = Math.min(whole.end, span.end) - whole.start
  return [left + from * width, top, left + Math.max(from, to) * width, bottom]
}

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(box => box[0])),
  Math.min(...boxes.map(box => box[1])),
  Math.max(...boxes.map(box => box[2])),
  Math.max(...boxes.map(box => box[3])),
]
