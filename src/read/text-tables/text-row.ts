import type { Span } from '../../contract/index.ts'
import type { SourceLine } from '../source-document.ts'

/** A line of plain text cut into cells; an empty cell is an empty span where it would stand. */
export interface TextRow {
  readonly line: SourceLine
  readonly cells: readonly Span[]
  /** Where each cell ends, in characters from the beginning of the line. */
  readonly bounds: readonly number[]
}

const BLANK = /[\s\u00A0]/

/** A stretch of the text without the white space around it; empty where there is nothing else. */
export const trimmed = (text: string, start: number, end: number): Span => {
  let [from, to] = [start, end]
  while (from < to && BLANK.test(text.charAt(from))) from++
  while (to > from && BLANK.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

export const isFilled = ({ start, end }: Span): boolean => start < end

/** A number of a cell, a dash for none, or a mark for one that is not known. */
const DATUM = /^[-–—+(]?\s?\d[\d.,\s]*(?:[-–—]\s?\d[\d.,]*)?\s?%?\)?(?:\s?\(?\*+\)?)?$|^[-–—…x]$|^\.{2,5}$/iu

/** Whether the text of a cell is a datum: a number, perhaps with its sign, or what stands for none. */
export const isDatum = (text: string): boolean => DATUM.test(text)
