import type { Table, TableCell } from '../contract/index.ts'
import type { Cell } from './grid.ts'
import type { TableModel } from './table-model.ts'

/** A table as the contract gives it. */
export const toTable = ({ id, grid, head, caption, formulas }: TableModel): Table => {
  const rows = Array.from({ length: grid.height }, (_, row) => grid.row(row).map(toCell))
  return {
    ...{ id, title: caption.title, unit: caption.unit?.words.text ?? null },
    page: grid.cells[0]?.page ?? null,
    ...{ header: rows.slice(0, head), rows: rows.slice(head), formulas: [...formulas] },
  }
}

const toCell = ({ start, end, content, row, column, rowSpan, columnSpan, page, box, more }: Cell): TableCell => ({
  ...{ start, end, text: content.text, row, column, rowSpan, columnSpan, page, box },
  ...(more === undefined ? {} : { more: [...more] }),
})
