import type { Reason, Span } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'

/** A period or status and where it came from. */
export interface Found<T> {
  readonly value: T
  readonly from: Reason['from']
  /** The words themselves, as a span of the text as read; null where nothing was said. */
  readonly words: Span | null
}

/** The words of a term as a span of the text as read. */
export const wordsOf = (content: MappedText, term: Term | null): Span | null =>
  term === null ? null : sourceSpan(content, term.start, term.end)
