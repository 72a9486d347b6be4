import type { Span } from '../../contract/index.ts'
import type { SourceLine } from '../source-document.ts'
import { isFilled, type TextRow, trimmed } from './text-row.ts'

/** What sets the cells of a row apart: a tab, or the drawn column rules of a typewriter. */
export type Divider = 'tab' | 'rule'

const DIVIDER: Record<Divider, RegExp> = { tab: /\t/g, rule: /[|│┃║¦]/g }

/** A line that only draws rules: `+-----+---+`, `|---|:--|`, `=====`. */
const DRAWN = /^[\s|+\-=_:.*─━┄┈═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬]*[-=_─━═]{2}[\s|+\-=_:.*─━┄┈═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬]*$/u

export const isDrawn = (raw: string): boolean => DRAWN.test(raw)

/** Which divider cuts a line into at least two cells; null where none does. */
export const dividerOf = (raw: string): Divider | null => {
  if (raw.includes('\t')) return 'tab'
  const rules = raw.match(DIVIDER.rule)?.length ?? 0
  return rules >= 2 || (rules === 1 && /\S\s*[|│┃║¦]\s*\S/u.test(raw)) ? 'rule' : null
}

/** The cells of a line. Rules drawn at both of its ends bound no cell of their own. */
export const cutRow = (text: string, line: SourceLine, divider: Divider): TextRow => {
  const cells: Span[] = []
  const bounds: number[] = []
  let start = line.start
  const raw = text.slice(line.start, line.end)
  for (const cut of raw.matchAll(DIVIDER[divider])) {
    cells.push(trimmed(text, start, line.start + cut.index))
    bounds.push(cut.index)
    start = line.start + cut.index + 1
  }
  cells.push(trimmed(text, start, line.end))
  bounds.push(raw.length)
  if (divider === 'tab') return { line, cells, bounds }
  const opened = /^\s*[|│┃║¦]/u.test(raw) ? 1 : 0
  const closed = /[|│┃║¦]\s*$/u.test(raw) ? cells.length - 1 : cells.length
  const last = Math.max(opened, closed)
  return { line, cells: cells.slice(opened, last), bounds: bounds.slice(opened, last) }
}

/** How many of a row's cells hold something. */
export const filledCells = (row: TextRow): number => row.cells.filter(isFilled).length
