import { sliceMapped } from '../../repair/mapped-text.ts'
import type { TableModel } from '../../table/table-model.ts'
import type { NamedUnit } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'

const DITTO = /^(?:-?\s?n\/?t\s?-?|như trên|["″”“']{1,2})$/iu

/** The unit that the row's unit column names, or the percent sign beside its figures. */
export const unitOfRow = (model: TableModel, row: number, cells: LexedCells): NamedUnit | null => {
  const column = model.roles.indexOf('unit')
  let unitRow = row
  // `nt` is the unit of the row above
  while (unitRow > model.head && column >= 0 && DITTO.test(model.grid.textAt(unitRow, column))) unitRow--
  const cell = column < 0 ? null : model.grid.at(unitRow, column)
  const quantity = cell === null ? null : cells.unit(cell.content.text)
  if (cell !== null && quantity !== null) return { words: cell.content, quantity }
  const figures = model.grid.row(row).filter(one => model.roles[one.column] === 'data' && one.kind === 'number')
  const percent = figures.find(one => /\d\s?%/u.test(one.content.text))
  if (percent === undefined || 2 * figures.filter(one => one.content.text.includes('%')).length < figures.length)
    return null
  const at = percent.content.text.indexOf('%')
  const sign = cells.unit('%')
  return sign === null ? null : { words: sliceMapped(percent.content, at, at + 1), quantity: sign }
}
