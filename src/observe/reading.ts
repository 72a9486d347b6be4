import type { Span } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import type { Context } from './context.ts'
import type { DocumentTime } from './document-time.ts'

/** A block of running text and what it is read against. */
export interface Reading {
  readonly content: MappedText
  readonly terms: readonly Term[]
  /** Lead-in and headings above, nearest first. */
  readonly above: readonly Context[]
  readonly document: DocumentTime
  readonly rules: RuleSet
}

/** Whether the term at `at` has a tag of the lexicon. */
export const tagged = (reading: Reading, at: number, tag: string): boolean => {
  const term = reading.terms[at]
  return term !== undefined && hasTag(term.tags, reading.rules.tags.id(tag))
}

/** The words from one term up to another, as a span of the text as read. */
export const wordsBetween = (reading: Reading, from: number, to: number): Span =>
  sourceSpan(reading.content, reading.terms[from]?.start ?? 0, reading.terms[to - 1]?.end ?? 1)

/** The digits of a number, with a range whole and without the magnitude behind it. */
const NUMBER = /[\dO][\dO.,\s]*(?:[-–]\s*\d[\d.,]*)?(?:\s*đến\s*\d[\d.,]*)?/u

/** Place of the number itself in the term at `at`, in offsets into the block's content. */
export const numberPlace = (reading: Reading, at: number): Span => {
  const term = reading.terms[at]
  if (!term) throw new Error('a figure stands on no term')
  const number = NUMBER.exec(reading.content.text.slice(term.start, term.end))
  // a number in words has no magnitude behind it in its term, or is nothing but its words
  if (term.quantity?.value != null && !number) return { start: term.start, end: term.end }
  const length = number ? number[0].trimEnd().replace(/[.,]+$/, '').length : term.end - term.start
  return { start: term.start, end: term.start + length }
}

/** A first sentence of at most this many terms, without a number, is a heading that the text runs on from. */
const RUN_IN = 8

/** `3. Cán bộ quản lý. Có 7.404 người…`: how many terms the heading takes that opens the block; 0 without one. */
export const runInHeading = ({ terms, rules }: Reading): number => {
  const stop = terms.slice(0, RUN_IN + 1).findIndex(t => hasTag(t.tags, rules.vocabulary.id.Stop))
  if (stop < 1 || stop >= terms.length - 1) return 0
  return terms.slice(0, stop).some(t => t.quantity) ? 0 : stop
}
