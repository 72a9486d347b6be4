import type { Span, Words } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { Locator } from '../observe/locator.ts'
import type { Reading } from '../observe/reading.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'

/** Says where words of a document stand. */
export class Places {
  readonly #document: SourceDocument
  readonly #locator: Locator

  constructor(document: SourceDocument) {
    this.#document = document
    this.#locator = new Locator(document)
  }

  /** A stretch of the text as read, with its line and column. */
  words({ start, end }: Span): Words {
    const { line } = this.#locator.place({ start, end })
    const from = this.#document.lines[line - 1]?.start ?? 0
    return { start, end, text: this.#document.text.slice(start, end), line, column: Math.max(1, start - from + 1) }
  }

  page(span: Span): number | null {
    return this.#locator.place(span).page
  }

  /** All of a block's content. */
  content({ text, starts, ends }: MappedText): Words {
    return this.words({ start: starts[0] ?? 0, end: ends[text.length - 1] ?? 0 })
  }

  /** The words of some terms of a window; of a heading before a figure, only those that stand together with the last. */
  terms(reading: Reading, terms: readonly Term[]): Words | null {
    const last = terms.at(-1)
    if (!last) return null
    const content = contentOf(reading, last)
    const together = terms.filter(t => contentOf(reading, t) === content)
    const start = Math.min(...together.map(t => t.start))
    const end = Math.max(...together.map(t => t.end))
    return this.words(sourceSpan(content, start, end))
  }
}

/** The content that a term was cut from: its block's own, or that of a heading above. */
const contentOf = (reading: Reading, term: Term): MappedText => {
  if (reading.terms.includes(term)) return reading.content
  return reading.above.find(c => c.terms.includes(term))?.block.content ?? reading.content
}
