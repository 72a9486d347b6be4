import { wholeSpan } from '../../repair/mapped-text.ts'
import { spansOf } from '../../table/grid.ts'
import type { TableModel } from '../../table/table-model.ts'
import { type Accounted, accountedIn } from '../observe.ts'
import type { LexedCells } from './lexed-cells.ts'

/** What becomes of the numerals of a table that are no figures: of its heads, markers, labels and units. */
export const accountTable = (model: TableModel, cells: LexedCells): Accounted[] => {
  const { grid, head, roles } = model
  const accounted: Accounted[] = model.repeated.map(span => ({ ...span, class: 'page', as: 'running-line' }))
  for (const cell of grid.cells) {
    if (!/\d/.test(cell.content.text)) continue
    const role = roles[cell.column]
    if (cell.row >= head && (role === 'data' || role === 'note')) continue
    // what the words of heads and labels are first, then the cells as such
    accounted.push(...accountedIn(cell.content, cells.of(cell)).filter(a => a.class !== 'observation'))
    const marker = cell.row >= head && role === 'index'
    const numbering = cell.row === model.numbering
    for (const span of spansOf(cell))
      accounted.push({
        ...span,
        class: marker || numbering ? 'outline' : 'other',
        as: marker || numbering ? 'marker' : 'head',
      })
  }
  if (model.caption.unit !== null)
    accounted.push({ ...wholeSpan(model.caption.unit.words), class: 'other', as: 'table-head' })
  return accounted
}
