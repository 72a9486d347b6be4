import type { Comparator, Unit } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { typedWords } from './typed-words.ts'

/** A figure as a reviewer types it, in the notation of the documents. */
export interface TypedValue {
  readonly number: { readonly value: number } | { readonly min: number; readonly max: number }
  /** Where the words name one. */
  readonly comparator: Comparator | null
  /** Where the words name one: money in đồng, with its magnitude in the number; percent. */
  readonly unit: Extract<Unit, 'VND' | 'percent'> | null
}

/** Why words are no figure. */
export type ValueFault = 'empty' | 'not-a-number' | 'point-is-no-comma' | 'range-backwards'

const COMPARATORS: readonly (readonly [RegExp, Comparator])[] = [
  [/^(khoảng|gần|about|~|≈)\s*/iu, 'about'],
  [/^(ít nhất|tối thiểu|at least|>=|≥)\s*/iu, 'ge'],
  [/^(trên|hơn|over|>)\s*/iu, 'gt'],
  [/^(tối đa|nhiều nhất|at most|<=|≤)\s*/iu, 'le'],
  [/^(dưới|under|<)\s*/iu, 'lt'],
]

/** Money by its magnitude; the longest names first. */
const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/\s*(nghìn|ngàn)\s*(tỷ|tỉ)(\s*đồng)?$/iu, 1e12],
  [/\s*(tỷ|tỉ|billion)(\s*(đồng|đ|vnd))?$/iu, 1e9],
  [/\s*(triệu|tr\.?\s*đ|trđ|tr|million)(\s*(đồng|đ|vnd))?$/iu, 1e6],
  [/\s*(nghìn|ngàn)(\s*(đồng|đ|vnd))?$/iu, 1e3],
  [/\s*(đồng|đ|vnd)$/iu, 1],
]

const MINUS = '[-\u2212]'
/** Thousands in groups of three after points or blanks; decimals after a comma. */
const GROUPED = new RegExp(`^${MINUS}?\\d{1,3}([.\\s\u00a0]\\d{3})+(,\\d+)?$`, 'u')
const PLAIN = new RegExp(`^${MINUS}?\\d+(,\\d+)?$`, 'u')
const DECIMAL_POINT = new RegExp(`^${MINUS}?\\d+\\.\\d+$`, 'u')

const numberOf = (words: string): number | ValueFault => {
  if (!GROUPED.test(words) && !PLAIN.test(words))
    return DECIMAL_POINT.test(words) ? 'point-is-no-comma' : 'not-a-number'
  return Number(
    words
      .replace(/[.\s\u00a0]/gu, '')
      .replace(',', '.')
      .replace('\u2212', '-'),
  )
}

/** Scaled without the dust of binary fractions: 447,2 × 10⁶ is 447200000. */
const scaled = (number: number, factor: number): number => Number((number * factor).toPrecision(15))

/**
 * Reads a figure in the documents’ notation: `1.599`, `447,2 triệu`, `105,2 %`, `3,5–4`, `khoảng 300`. A point parts thousands, a
 * comma decimals, whatever the language of the page.
 */
export const readTypedValue = (typed: string): TypedValue | ValueFault => {
  const words = typedWords(typed).replace(/^=\s*/u, '')
  if (words === '') return 'empty'
  const comparator = COMPARATORS.find(([pattern]) => pattern.test(words))?.[1]
  let rest = withoutComparator(words)
  const percent = /\s*%$/u
  const [money, factor] = MAGNITUDES.find(([pattern]) => pattern.test(rest)) ?? []
  const unit = money !== undefined ? 'VND' : percent.test(rest) ? 'percent' : null
  rest = rest.replace(money ?? percent, '')
  const ends = rest.split(/\s*[–—]\s*|(?<=\d)\s*-\s*(?=\d)/u)
  const numbers = ends.map(numberOf)
  const fault = numbers.find(n => typeof n === 'string')
  if (fault !== undefined) return fault
  const [first, last, ...more] = numbers.filter(n => typeof n === 'number').map(n => scaled(n, factor ?? 1))
  if (first === undefined || more.length > 0) return 'not-a-number'
  if (last !== undefined && first >= last) return 'range-backwards'
  return {
    number: last === undefined ? { value: first } : { min: first, max: last },
    comparator: comparator ?? null,
    unit,
  }
}

/** A figure without the words for how it compares: `300` of `khoảng 300`. */
export const withoutComparator = (typed: string): string => {
  const words = typedWords(typed)
  const [pattern] = COMPARATORS.find(([each]) => each.test(words)) ?? []
  return pattern === undefined ? words : words.replace(pattern, '')
}

/**
 * A figure without the words for another unit than this one; its number stays what it is, so that money is written out: `105,2` of
 * `105,2 %`, `850.000.000` of `850 triệu`. Words that are no figure stay as they are.
 */
export const inUnit = (typed: string, unit: Unit): string => {
  const read = readTypedValue(typed)
  if (isFault(read) || read.unit === null || read.unit === unit) return typed
  const words = typedWords(typed)
  const lead = words.slice(0, words.length - withoutComparator(words).length)
  const ends = 'value' in read.number ? [read.number.value] : [read.number.min, read.number.max]
  return `${lead}${ends.map(end => formatNumber(end, 'vi')).join('–')}`
}

export const isFault = (read: TypedValue | ValueFault): read is ValueFault => typeof read === 'string'
