import type { Comparator, Per, Span, Subject, Unit } from '../contract/index.ts'
import type { LexiconEntry } from '../rules/lexicon.ts'
import type { TagBits } from '../rules/tags.ts'

/** A stretch of time as the words give it, before the document's own year is known. Years are null where left out. */
export type TimeExpression =
  | { readonly kind: 'year'; readonly year: number | null; readonly offset: number }
  | { readonly kind: 'months'; readonly year: number | null; readonly from: number; readonly to: number }
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: number | null; readonly month: number }
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  /** Several years one by one (`các năm 2024, 2025`), ascending. */
  | { readonly kind: 'years'; readonly years: readonly number[] }
  /** So many years up to the one reported on, or the whole span that is spoken of (`cả giai đoạn`). */
  | { readonly kind: 'lasting'; readonly years: number | null }
  /** The last year of the span that is spoken of. */
  | { readonly kind: 'span-end' }
  /** From January of the year under report to the day of the report. */
  | { readonly kind: 'to-date' }
  | { readonly kind: 'since'; readonly year: number }
  | { readonly kind: 'now' }
  | { readonly kind: 'same-period'; readonly year: number | null }

/** How sure the reading of a number is, and what else it could be. */
export interface NumberReading {
  readonly value: number
  /** Another value that the same writing allows (`1,956`: 1.956 or 1956). */
  readonly alternative: number | null
}

/** A number with everything that belongs to it as a magnitude. Values are normalised (950 triệu → 950 000 000). */
export interface Quantity {
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly alternative: number | null
  /** What the number as written was multiplied by. */
  readonly scale: number
  /** Null where nothing beside the number names its unit. */
  readonly unit: Unit | null
  readonly per: readonly Per[]
  readonly comparator: Comparator
  /** The words behind the number that count (`hợp tác xã`, `lượt người`), as written; null without any. */
  readonly counter: string | null
  readonly subject: Subject | null
  /** The words that gave unit, per-phrase and comparator, as offsets into the block's content; null where none did. */
  readonly words: Readonly<Record<'unit' | 'per' | 'comparator', Span | null>>
  /** Second number of a pair `22/30`; the first number of the pair carries its index. */
  readonly pair: 'first' | 'second' | null
}

export interface Term {
  /** Folded key (several words with a blank between) and tags: what patterns see. */
  readonly key: string
  readonly tags: TagBits
  /** Offsets into the block's content. */
  readonly start: number
  readonly end: number
  readonly entry: LexiconEntry | null
  /** Value of a number written in words. */
  readonly spelled?: number | undefined
  readonly quantity?: Quantity | undefined
  readonly time?: TimeExpression | undefined
}

/**
 * Makes a term. All terms are made here, with the same fields in the same order: the engine reads objects of one shape several
 * times faster than objects of many.
 */
export const makeTerm = (
  key: string,
  tags: TagBits,
  start: number,
  end: number,
  { entry, spelled, quantity, time }: Partial<Pick<Term, 'entry' | 'spelled' | 'quantity' | 'time'>> = {},
): Term => ({ key, tags, start, end, entry: entry ?? null, spelled, quantity, time })

/** The same term with other tags. */
export const withTags = (term: Term, tags: TagBits): Term => makeTerm(term.key, tags, term.start, term.end, term)
