import { fold } from '../repair/fold.ts'

/**
 * What the text of a cell looks like, whatever column it stands in: `number` a figure with or without its sign, `none` a mark
 * for no figure (`-`, `…`, `x`), `year` a number that may be a year, or some years, `index` a marker that numbers rows, `words` all else.
 */
export type CellKind = 'empty' | 'number' | 'year' | 'none' | 'index' | 'words'

const NUMBER =
  /^[-–+(]?\s?\d[\d.,\s]*(?:\s?[-–]\s?\d[\d.,]*)?\s?(?:%|\p{L}{1,6}|\p{Lu}{1,5}|\/\d[\d.,]*)?\s?\)?\s?[*¹²³]*(?:\(\*+\)|\(\d\))?$/u
const NONE = /^(?:[-–—_*]{1,3}|…|\.{2,6}|x|X|\/|\(-\)|0?-|kh[oô]ng|k)$/u
const YEAR = /^(?:(?:19[5-9]|20[0-5])\d(?:\s?[-–]\s?(?:19[5-9]|20[0-5])\d)?|['’]\d\d)$/
const INDEX = /^(?:[IVXL]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[-+*•])\s?[.)]?$/u

export const cellKind = (text: string): CellKind => {
  if (text === '') return 'empty'
  if (YEAR.test(text)) return 'year'
  if (/^\([^()]*\p{L}[^()]*\)$/u.test(text)) return 'words'
  if (NONE.test(text)) return 'none'
  if (NUMBER.test(text))
    return /\d\s?\p{L}/u.test(text) && !/\d\s?(?:%|ha|đ|tr|tỷ|HTX|THT|người)/u.test(text) ? 'words' : 'number'
  return INDEX.test(text) ? 'index' : 'words'
}

/** A figure, or a mark where one would stand. */
export const isFigure = (kind: CellKind): boolean => kind === 'number' || kind === 'none' || kind === 'year'

/** A marker that numbers rows, digits alone included. */
export const isIndex = (text: string): boolean => INDEX.test(text)

/** Words as they are compared between rows: no marks, no blanks. */
export const compact = (text: string): string => fold(text).replace(/\s+/g, '')
