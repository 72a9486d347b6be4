import { isPeriod } from '../../review/period-form.ts'
import { typedWords } from './typed-words.ts'

const two = (digits: string): string => digits.padStart(2, '0')

type Reader = readonly [words: RegExp, write: (...parts: string[]) => string | null]

const MONTHS_OF_QUARTER: Readonly<Record<string, readonly [string, string]>> = {
  ...{ 1: ['01', '03'], 2: ['04', '06'], 3: ['07', '09'], 4: ['10', '12'] },
  ...{ I: ['01', '03'], II: ['04', '06'], III: ['07', '09'], IV: ['10', '12'] },
}

/** How periods are written, by people and in ISO 8601. */
const READERS: readonly Reader[] = [
  [/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/u, whole => whole],
  [/^(?:năm )?(\d{4})$/iu, (_, year) => year ?? null],
  [/^(?:giai đoạn )?(\d{4})\s*[-–]\s*(\d{4})$/iu, (_, first, last) => `${first}/${last}`],
  [
    /^(?:first )?(\d{1,2}) (?:tháng(?: đầu)?(?: năm)?|months(?: of)?) (\d{4})$/iu,
    (_, months = '', year) => `${year}-01/${year}-${two(months)}`,
  ],
  [/^(?:tháng )?(\d{1,2})\/(\d{4})$/iu, (_, month = '', year) => `${year}-${two(month)}`],
  [
    /^qu[ýí] (\d|I{1,3}|IV)[/ ](?:năm )?(\d{4})$/iu,
    (_, quarter = '', year) => {
      const [first, last] = MONTHS_OF_QUARTER[quarter.toUpperCase()] ?? []
      return first === undefined ? null : `${year}-${first}/${year}-${last}`
    },
  ],
  [
    /^(?:ngày )?(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/iu,
    (_, day = '', month = '', year) => `${year}-${two(month)}-${two(day)}`,
  ],
]

const DAY = /(\d{1,2})\/(\d{1,2})\/(\d{4})/u
const SPAN_OF_DAYS = new RegExp(`^${DAY.source}\\s*[–-]\\s*${DAY.source}$`, 'u')
const SPAN_OF_MONTHS = /^(\d{1,2})\/(\d{4})\s*[–-]\s*(\d{1,2})\/(\d{4})$/u

/**
 * Reads a period as people write it (`2019`, `9 tháng đầu năm 2019`, `30/6/2019`, `2016–2020`, `quý 2/2019`) or as the contract does.
 * @returns in the contract's form; null where the words are no period. Its days need not be in the calendar: {@link periodTyped}
 */
export const readTypedPeriod = (typed: string): string | null => {
  const words = typedWords(typed).replace(/\s+/gu, ' ')
  const days = SPAN_OF_DAYS.exec(words)
  if (days !== null) {
    const [, d = '', m = '', y, d2 = '', m2 = '', y2] = days
    return `${y}-${two(m)}-${two(d)}/${y2}-${two(m2)}-${two(d2)}`
  }
  const months = SPAN_OF_MONTHS.exec(words)
  if (months !== null) {
    const [, m = '', y, m2 = '', y2] = months
    return `${y}-${two(m)}/${y2}-${two(m2)}`
  }
  for (const [pattern, write] of READERS) {
    const found = pattern.exec(words)
    if (found !== null) return write(...found)
  }
  return null
}

/** Why words are no period: they are not written as one, or there is no such period. */
export type PeriodFault = 'no-period' | 'no-such-period'

/**
 * The period that stands in a field of a form.
 * @returns in the contract's form, null where nothing was typed; or why it is none
 */
export const periodTyped = (typed: string): { readonly period: string | null } | { readonly fault: PeriodFault } => {
  if (typed.trim() === '') return { period: null }
  const period = readTypedPeriod(typed)
  if (period === null) return { fault: 'no-period' }
  return isPeriod(period) ? { period } : { fault: 'no-such-period' }
}
