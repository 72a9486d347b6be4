import type { Evidence, Span } from '../contract/index.ts'
import type { SourceDocument, SourceLine, SourceWord } from '../read/source-document.ts'
import { cutBox, inkOn, lastAtOrBefore, wordsIn } from '../read/word-boxes.ts'

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
    const words = wordsIn(this.#words, span)
    const ink = inkOn(words, span)
    const place = { page: line?.page ?? null, line: at + 1, path: line?.path ?? null }
    if (ink === null) return { ...place, box: line?.box ? cutBox(line, line.box, span) : null, recognised: null }
    return { ...place, ...ink, recognised: Math.min(...words.map(word => word.confidence)) / 100 }
  }
}
