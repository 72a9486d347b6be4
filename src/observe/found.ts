import type { Reason, Span } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'
import type { Context } from './context.ts'

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

/** A value with the term that says it. */
export const found = <T>(
  { content }: { readonly content: MappedText },
  value: T,
  term: Term | null,
  from: Found<T>['from'] = 'clause',
): Found<T> => ({ value, from, words: wordsOf(content, term) })

export const originOf = (c: Context): Found<unknown>['from'] => (c.block.kind === 'heading' ? 'heading' : 'lead-in')
