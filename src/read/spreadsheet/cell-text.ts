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
 * The text of a cell as a Vietnamese reader means it: numbers as exact as their format shows them, with a decimal comma (`3,5`,
 * `103,8%`). The points that group digits are the viewer's, not the file's, and are left out, but where four digits would read as
 * a year (`2.010`). Points that the format itself writes stay. Dates in the system's format are `31/12/2005`. White space is
 * folded; soft hyphens and no-break spaces stay: they are letters in old encodings.
 */
export function shownCell(cell: StoredCell): ShownCell {
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : 'General'
    const text = format === 'General' ? exact(cell.v) : folded(cell.w ?? exact(cell.v))
    if (SSF.is_date(format)) return { text, number: false }
    return { text: writesOwnPoints(format) ? text : inVietnamese(text), number: /\d/.test(text) }
  }
  if (cell.t === 'z' || cell.v === undefined) return NOTHING
  const text = folded(cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v)))
  return { text, number: NUMERAL.test(text) }
}

/** All digits that Excel keeps of a number: 15; what is beyond them is rounding (`0.1 + 0.2`). */
const exact = (value: number): string => String(Number(value.toPrecision(15)))

/** A number that was typed as text. */
const NUMERAL = /^[-–+(]?\d[\d., ]*%?\)?$/

/** `#"."##0`: a format of somebody whose system was set to English. */
const writesOwnPoints = (format: string): boolean => /\\\.|"[^"]*\.[^"]*"/.test(format)

const GROUPING = /(?<=\d),(?=\d{3}(?!\d))/g
const YEAR = /^(19[5-9]|20[0-5])\d$/

/** @param text a number in English notation: `1,840.5` */
function inVietnamese(text: string): string {
  const ungrouped = text.replace(GROUPING, '')
  if (ungrouped !== text && YEAR.test(ungrouped)) return text.replace(GROUPING, '.')
  return ungrouped.replace(/\.(?=\d)/g, ',')
}

const folded = (text: string): string => text.replace(/[\t\n\v\f\r ]+/g, ' ').replace(/^ | $/g, '')
