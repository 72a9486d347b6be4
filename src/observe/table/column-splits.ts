import type { Sector, Subject } from '../../contract/index.ts'
import { wholeSpan } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Cell } from '../../table/grid.ts'
import type { Found } from '../found.ts'
import { labelOf } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'
import { isOther, tellingOf } from './telling.ts'

/** Whose figures a column holds, and of which branch, as far as its heads say so. */
export interface ColumnSplits {
  readonly subject: Found<Subject> | null
  readonly sector: Found<Sector> | null
}

/**
 * Reads the heads of a column for subject and branch; beside other branches, `Khác` and a credit fund are branches too.
 * @param branches how many columns of the table name a branch, this one included
 */
export const columnSplits = (chain: readonly Cell[], branches: number, cells: LexedCells): ColumnSplits => {
  let subject: ColumnSplits['subject'] = null
  let sector: ColumnSplits['sector'] = null
  const beside = branches - (isBranch(chain, cells) ? 1 : 0) >= 2
  for (const cell of chain) {
    const { content } = labelOf(cell.content, cells)
    if (tellingOf(content, cells) !== 'split') continue
    const found = <T>(value: T): Found<T> => ({ value, from: 'column', words: wholeSpan(content) })
    for (const term of cells.lex(content).terms) {
      const branch = term.entry?.sector ?? (beside && isOther(term) ? 'other' : undefined)
      if (branch !== undefined) sector = found(branch)
      const whose = term.entry?.subject
      if (whose === undefined || !hasTag(term.tags, cells.rules.tags.id('Organisation'))) continue
      if (whose === 'credit_fund' && beside) sector = found('credit')
      else subject = found(whose)
    }
  }
  if (sector?.value === 'credit' && beside && subject === null)
    subject = { value: 'cooperative', from: 'column', words: sector.words }
  return { subject, sector }
}

/** The innermost head names a branch, and nothing else. */
export const isBranch = (chain: readonly Cell[], cells: LexedCells): boolean => {
  const last = chain.at(-1)
  if (last === undefined) return false
  const { content } = labelOf(last.content, cells)
  return (
    tellingOf(content, cells) === 'split' && cells.lex(content).terms.some(term => term.entry?.sector !== undefined)
  )
}
