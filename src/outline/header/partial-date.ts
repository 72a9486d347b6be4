/** A year of two digits belongs to the century in which such documents are: 97 is 1997, 05 is 2005. */
export const fullYear = (year: string | undefined): string | undefined => {
  if (year === undefined || year.length !== 2) return year
  return Number(year) >= 45 ? `19${year}` : `20${year}`
}

const LAST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** ISO 8601 date as exact as its parts: `2019-09-12`, `2019-09`, `2019`; null without a year of 1945 to 2099. */
export const partialDate = (year?: string, month?: string, day?: string): string | null => {
  const y = Number(year)
  if (!(y >= 1945 && y <= 2099)) return null
  const m = Number(month)
  if (!month || !(m >= 1 && m <= 12)) return `${y}`
  const d = Number(day)
  const upToMonth = `${y}-${String(m).padStart(2, '0')}`
  return day && d >= 1 && d <= (LAST_DAY[m - 1] ?? 31) ? `${upToMonth}-${String(d).padStart(2, '0')}` : upToMonth
}
