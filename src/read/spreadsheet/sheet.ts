/** A cell of a sheet that shows something; rows and columns count from 0 over the whole sheet. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly number: boolean
  /** The font of the cell where the file tells. */
  readonly font: string | null
}

/** A row that shows something, its cells from left to right. */
export interface SheetRow {
  readonly index: number
  readonly cells: readonly SheetCell[]
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly SheetRow[]
}

/** The address of a cell as Excel writes it: `Sheet1!B5`, `'Biểu 2'!C7`; rows and columns from 0. */
export const cellAddress = (sheet: string, row: number, column: number): string =>
  `${sheetAddress(sheet)}!${columnName(column)}${row + 1}`

/** The address of a whole row: `Sheet1!5:5`. */
export const rowAddress = (sheet: string, row: number): string => `${sheetAddress(sheet)}!${row + 1}:${row + 1}`

/** The address of a whole column: `Sheet1!B:B`. */
export const columnAddress = (sheet: string, column: number): string =>
  `${sheetAddress(sheet)}!${columnName(column)}:${columnName(column)}`

const sheetAddress = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`

function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}
