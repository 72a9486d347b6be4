import { fullYear, partialDate } from './partial-date.ts'

/** The date right after a document's number, in folded text, with the length it takes up. */
export interface DateAfter {
  readonly date: string | null
  readonly length: number
}

const OPENING = '^\\s?,?\\s?\\(?(?:(?:ra|ky|ban hanh|de) )?(?:vao )?'
const DAY = '(?<day>\\d{1,2})'
const MONTH = '(?<month>\\d{1,2})'
const YEAR = '(?<year>\\d{4})(?!\\d)'
const BLANK = '[._\\s]{0,12}'

const PATTERNS = [
  new RegExp(`${OPENING}(?:ngay\\s?)?${DAY}\\s?[/.-]\\s?${MONTH}\\s?[/.-]\\s?${YEAR}`, 'u'),
  new RegExp(`${OPENING}ngay\\s?${DAY}\\s?[/.-]\\s?${MONTH}\\s?[/.-]\\s?(?<year>\\d{2})(?![\\d.,])`, 'u'),
  new RegExp(`${OPENING}ngay\\s?${DAY}\\s?thang\\s?${MONTH}\\s?,?\\s?nam\\s?${YEAR}`, 'u'),
  new RegExp(`${OPENING}ngay${BLANK}[/]?${BLANK}(?:thang|/)\\s?${MONTH}\\s?(?:,?\\s?nam|/)\\s?${YEAR}`, 'u'),
  new RegExp(`${OPENING}ngay${BLANK}thang${BLANK}nam\\s?${YEAR}`, 'u'),
  new RegExp(`${OPENING}thang\\s?${MONTH}\\s?(?:/|nam|-)\\s?${YEAR}`, 'u'),
  // `(năm 2018)` in brackets is a year of the text
  new RegExp(`^\\s?,?\\s?nam\\s${YEAR}`, 'u'),
]

/** Reads the date at the beginning of a folded text: `ngay 12/8/2019`, `, ngay 12 thang 8 nam 2019`, `ngay 18-3-2002`. */
export const dateAfter = (folded: string): DateAfter => {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(folded)
    if (match === null) continue
    const { year, month, day } = match.groups ?? {}
    const date = partialDate(fullYear(year), month, day)
    if (date !== null) return { date, length: match[0].length }
  }
  return { date: null, length: 0 }
}
