export type CsvCell = string | number | null | undefined

/** A text that a spreadsheet would run as a formula is marked as text with an apostrophe; a number is left as it is. */
const guarded = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)*$/.test(text) ? `'${text}` : text

const cell = (value: CsvCell): string => {
  if (typeof value === 'number') return String(value)
  const text = guarded(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One row of CSV (RFC 4180: CRLF, quotes doubled). */
export const csvRow = (cells: readonly CsvCell[]): string => `${cells.map(cell).join(',')}\r\n`
