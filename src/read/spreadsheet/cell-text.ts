import { SSF } from '@e965/xlsx'

/** What a cell shows, and whether that is a number. */
export interface ShownCell {
  readonly text: string
  readonly number: boolean
}

/** A cell as the library reads it (SheetJS "cell object"), as far as it is used. */
export interface StoredCell {
  readonly t: string
  readonly v?: unknown
  /** The formatted text, in English notation. */
  readonly w?: string
  /** The number format. */
  readonly z?: unknown
}

const NOTHING: ShownCell = { text: '', number: false }

/**
 * The text that a cell shows under Vietnamese settings, in which these files are written and printed: `1.840` for 1840 in the
 * format `#,##0`, `3,5` for 3.5, `31/12/2005` for a date in the system's format. White space is folded, soft hyphens and
 * no-break spaces stay: they are letters in old encodings.
 */
export function shownCell(cell: StoredCell): ShownCell {
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : 'General'
    const text = folded(cell.w ?? String(cell.v))
    if (SSF.is_date(format)) return { text, number: false }
    return { text: writesOwnPoints(format) ? text : withVietnameseMarks(text), number: /\d/.test(text) }
  }
  if (cell.t === 'z' || cell.v === undefined) return NOTHING
  const text = folded(cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v)))
  return { text, number: NUMERAL.test(text) }
}

/** A number that was typed as text. */
const NUMERAL = /^[-–+(]?\d[\d., ]*%?\)?$/

/** `#"."##0`: a format of somebody whose system was set to English. */
const writesOwnPoints = (format: string): boolean => /\\\.|"[^"]*\.[^"]*"/.test(format)

const withVietnameseMarks = (text: string): string =>
  text.replace(/(?<=\d)[.,](?=\d)/g, mark => (mark === '.' ? ',' : '.')).replace(/(?<!\d)\.(?=\d)/g, ',')

const folded = (text: string): string => text.replace(/[\t\n\v\f\r ]+/g, ' ').replace(/^ | $/g, '')
