import type { NumberReading } from './term.ts'

/**
 * Whether a document writes numbers the Vietnamese way (1.234,5) or the English way (1,234.5). `vietnamese` is the default;
 * `english` is inferred from figures that can only be English.
 */
export type NumberConvention = 'vietnamese' | 'english'

const VIETNAMESE_GROUPS = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const ENGLISH_GROUPS = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^\d{1,3}(?:,\d{3})+\.\d{1,2}$/
const DECIMAL_COMMA = /^\d+,\d+$/
const DECIMAL_DOT = /^\d+\.\d{1,2}$|^\d+\.\d{4,}$/

const plain = (s: string): NumberReading => ({ value: Number(s), alternative: null })

/**
 * The value of a number as written, digits with dots and commas (domain: DOMAIN.md §3). A single comma before three digits
 * (`1,956`) is a decimal comma, in the other reading a thousands comma. Null where the writing fits no convention (`12.3.4`).
 */
export const parseNumber = (written: string, convention: NumberConvention = 'vietnamese'): NumberReading | null => {
  if (/^\d+$/.test(written)) return plain(written)
  if (ENGLISH_GROUPS.test(written)) return plain(written.replaceAll(',', ''))
  if (VIETNAMESE_GROUPS.test(written)) {
    const value = Number(written.replaceAll('.', '').replace(',', '.'))
    const single = /^\d{1,3}\.\d{3}$/.test(written)
    if (convention === 'english' && single) return { value: Number(written), alternative: value }
    return { value, alternative: null }
  }
  if (DECIMAL_COMMA.test(written)) {
    const decimal = Number(written.replace(',', '.'))
    if (!/^[1-9]\d{0,2},\d{3}$/.test(written)) return { value: decimal, alternative: null }
    const thousands = Number(written.replace(',', ''))
    return convention === 'english'
      ? { value: thousands, alternative: decimal }
      : { value: decimal, alternative: thousands }
  }
  if (DECIMAL_DOT.test(written)) return plain(written)
  return null
}

/** The convention of a whole text: English when more of its unambiguous figures are English than Vietnamese. */
export const inferConvention = (text: string): NumberConvention => {
  const english = text.match(/(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])/g)?.length ?? 0
  const vietnamese = text.match(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])/g)?.length ?? 0
  return english > vietnamese ? 'english' : 'vietnamese'
}
