import type { TableModel } from './table-model.ts'

/** `Tình hình chung ........` leads over to a page of a table of contents. */
const LEADERS = /[.…_]{5,}/u
const FORM_FIELD = /\p{L}\s*:$/u

/** From this share of its words on, a table whose words end in a colon is a form to fill in. */
const FORM_SHARE = 0.4

/**
 * Whether a table may hold statistics: it has columns of data and rows to label them, and is no table of contents and no form
 * of fields to fill in.
 */
export const isStatistical = ({ grid, head, roles, rows }: TableModel): boolean => {
  if (!roles.includes('data') || rows.length === 0) return false
  const words = grid.cells.filter(cell => cell.kind === 'words').map(cell => cell.content.text.trim())
  // leaders lead to one page number, in a table to several figures
  const columns = roles.filter(role => role === 'data').length
  if (columns === 1 && words.some(text => LEADERS.test(text))) return false
  const fields = words.filter(text => FORM_FIELD.test(text)).length
  if (head === 0 && rows.every(row => row.labels.length === 0)) return false
  return fields < FORM_SHARE * words.length || fields < 3
}
