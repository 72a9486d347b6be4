/** Years that a plan document speaks of. */
const YEARS = { first: 1900, last: 2200 }

interface Day {
  readonly text: string
  readonly parts: readonly number[]
}

/** Whether a text in the form of a date (see `PartialDate`) is one: a day that is in the calendar, a month, a year. */
export const isDate = (text: string): boolean => dayOf(text) !== null

/** A calendar day, month or year that is one; null for 2019-13 or 2019-02-30. */
const dayOf = (text: string): Day | null => {
  const parts = text.split('-').map(Number)
  const [year = 0, month = 1, day = 1] = parts
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= YEARS.first && year <= YEARS.last ? { text, parts } : null
}

/**
 * Whether a text in the form of a period (see `Period`) is one: its days are in the calendar, a span goes forward, and both its ends
 * are as exact as each other.
 */
export const isPeriod = (text: string): boolean => {
  const days = text.split('/').map(dayOf)
  if (days.some(day => day === null)) return false
  const [first, last] = days
  if (first == null || last == null) return true
  return first.parts.length === last.parts.length && first.text < last.text
}
