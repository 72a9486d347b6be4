import type { Box } from '../../contract/index.ts'

/** A cell of a table: where it begins in its row, what it reaches over, and its box in the frame of the text's direction. */
export interface PageCell {
  readonly text: string
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly box: Box
}

/** A row of a table: the cells that begin in it, from left to right. Places that other cells reach over have none. */
export interface PageRow {
  readonly cells: readonly PageCell[]
  readonly box: Box
  /** Of its first line; the font size is 0 and the baseline that of the box where the row is empty. */
  readonly size: number
  readonly baseline: number
}

/** A table, or the part of one that stands on one page. */
export interface PageTable {
  readonly columns: number
  readonly rows: readonly PageRow[]
  readonly box: Box
}

/** The line of text of a row: one tab between neighbouring columns. */
export function rowText({ cells }: PageRow, columns: number): string {
  const texts = Array.from({ length: columns }, () => '')
  for (const { column, text } of cells) texts[column] = text
  return texts.join('\t')
}
