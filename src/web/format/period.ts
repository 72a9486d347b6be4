import type { Language } from '../../contract/index.ts'

interface Parts {
  year: string
  month: number | null
  day: number | null
}

const parse = (text: string): Parts => {
  const [year = '', month, day] = text.split('-')
  return { year, month: month ? Number(month) : null, day: day ? Number(day) : null }
}

/** A date as exact as it is given: `12/9/2019`, `9/2023`, `2020`. */
export const formatDate = (date: string): string => {
  const { year, month, day } = parse(date)
  return [day, month, year].filter(part => part !== null).join('/')
}

const firstMonths = (months: number, year: string): Record<Language, string> => ({
  vi: months === 12 ? year : `${months} tháng đầu năm ${year}`,
  en: months === 12 ? year : `first ${months} months of ${year}`,
})

/**
 * A period in words: `2019`, `9 tháng đầu năm 2019`, `30/6/2019`, `2016–2020`.
 * @param period ISO 8601 calendar parts, one or two with a stroke between them
 */
export const formatPeriod = (period: string, language: Language): string => {
  const [first = '', last] = period.split('/')
  const from = parse(first)
  if (last === undefined) {
    if (from.month !== null && from.day === null) {
      return language === 'vi' ? `tháng ${from.month}/${from.year}` : `${from.month}/${from.year}`
    }
    return formatDate(first)
  }
  const to = parse(last)
  const wholeMonths = from.day === null && to.day === null && to.month !== null
  if (wholeMonths && from.month === 1 && from.year === to.year) return firstMonths(to.month ?? 12, to.year)[language]
  return `${formatDate(first)}–${formatDate(last)}`
}
