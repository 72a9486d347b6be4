import { isDate } from '../../review/period-form.ts'
import { readTypedPeriod } from '../review/typed-period.ts'
import { typedWords } from '../review/typed-words.ts'

export type DateFault = 'no-date' | 'not-in-calendar'

/** `Lạng Sơn, ngày 12 tháng 9 năm 2019`, `tháng 9 năm 2023`: as documents write it. */
const WRITTEN = /^(?:.*, ?)?(?:ngày (\d{1,2}) )?tháng (\d{1,2}) năm (\d{4})$/iu

/**
 * Reads a date as people write it (`12/9/2019`, `9/2023`, `2023`, `ngày 12 tháng 9 năm 2019`) or as the contract does (`2019-09-12`).
 * @returns in the contract's form, as exact as it was typed; or why it is no date
 */
export const readTypedDate = (typed: string): { readonly date: string } | { readonly fault: DateFault } => {
  const words = typedWords(typed).replace(/\s+/gu, ' ')
  const [, day, month, year] = WRITTEN.exec(words) ?? []
  const plain = year === undefined ? words : [day, month, year].filter(part => part !== undefined).join('/')
  const date = readTypedPeriod(plain)
  if (date === null || date.includes('/')) return { fault: 'no-date' }
  return isDate(date) ? { date } : { fault: 'not-in-calendar' }
}
