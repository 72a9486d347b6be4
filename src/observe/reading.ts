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
const NUMBER = /\d[\d.,\s]*(?:[-–]\s*\d[\d.,]*)?(?:\s*đến\s*\d[\d.,]*)?/u

/** Place of the number itself in the term at `at`, in offsets into the block's content. */
export const numberPlace = (reading: Reading, at: number): Span => {
  const term = reading.terms[at]
  if (!term) throw new Error('a figure stands on no term')
  const number = NUMBER.exec(reading.content.text.slice(term.start, term.end))
  const length = number ? number[0].trimEnd().replace(/[.,]+$/, '').length : term.end - term.start
  return { start: term.start, end: term.start + length }
}
