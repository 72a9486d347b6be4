import type { Span } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import type { Context } from './context.ts'
import type { DocumentTime } from './document-time.ts'
import type { Watch } from './watch.ts'

/** A block of running text and what it is read against. */
export interface Reading {
  readonly content: MappedText
  readonly terms: readonly Term[]
  /** Lead-in and headings above, nearest first. */
  readonly above: readonly Context[]
  readonly document: DocumentTime
  readonly rules: RuleSet
  readonly watch?: Watch | undefined
}

/** Whether the term at `at` has a tag of the lexicon. */
export const tagged = (reading: Reading, at: number, tag: string): boolean => {
  const term = reading.terms[at]
  return term !== undefined && hasTag(term.tags, reading.rules.tags.id(tag))
}

/** The words from one term up to another, as a span of the text as read. */
export const wordsBetween = (reading: Reading, from: number, to: number): Span =>
  sourceSpan(reading.content, reading.terms[from]?.start ?? 0, reading.terms[to - 1]?.end ?? 1)

/** From the first digit of a number to its last: a range whole (`3,5-4`), and without the magnitude behind it. */
const DIGITS = /(?:[OlI]+[.,]?)?\d(?:.*\d)?[OS]*/u

/** Place of the number itself in the term at `at`, in offsets into the block's content. */
export const numberPlace = (reading: Reading, at: number): Span => {
  const term = reading.terms[at]
  if (!term) throw new Error('a figure stands on no term')
  const written = reading.content.text.slice(term.start, term.end)
  const digits = DIGITS.exec(written)
  // a number in words is its whole term, with the magnitudes between its words
  if (!digits || /^\p{L}{2}/u.test(written)) return { start: term.start, end: term.end }
  const start = term.start + digits.index
  return { start, end: start + digits[0].length }
}

/** Place of the number itself, as a span of the text as read. */
export const numberSpan = (reading: Reading, at: number): Span => {
  const { start, end } = numberPlace(reading, at)
  return sourceSpan(reading.content, start, end)
}

/** A first sentence of at most this many terms, without a number, is a heading that the text runs on from. */
const RUN_IN = 8

/** `3. Cán bộ quản lý. Có 7.404 người…`: how many terms the heading takes that opens the block; 0 without one. */
export const runInHeading = ({ terms, rules }: Reading): number => {
  const stop = terms.findIndex(t => hasTag(t.tags, rules.vocabulary.id.Stop))
  if (stop < 1 || stop > RUN_IN || stop >= terms.length - 1) return 0
  return terms.slice(0, stop).some(t => t.quantity) ? 0 : stop
}
