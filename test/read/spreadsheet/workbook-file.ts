import { utils, type WorkSheet, write } from '@e965/xlsx'

type Book = 'xlsx' | 'biff8' | 'biff5'

/** Makes a workbook of sheets by their names. */
export function workbookFile(sheets: Readonly<Record<string, WorkSheet>>, bookType: Book = 'xlsx'): Buffer {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return write(book, { type: 'buffer', bookType, compression: true })
}

/** A sheet of rows from the upper left corner; `merges` such as `A1:C1`, `formats` by address. */
export function sheetOf(
  rows: readonly (readonly (string | number | boolean | null)[])[],
  { merges = [], formats = {} }: { merges?: readonly string[]; formats?: Readonly<Record<string, string>> } = {},
): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map(row => [...row]))
  sheet['!merges'] = merges.map(merge => utils.decode_range(merge))
  for (const [address, format] of Object.entries(formats)) sheet[address].z = format
  return sheet
}
