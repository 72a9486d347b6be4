import { LookBuilder, type SheetLook } from './sheet-look.ts'

/** Numbers of the records that are read ([MS-XLS] 2.3.1). */
const RECORD = { begin: 0x809, sheet: 0x85, font: 0x31, format: 0xe0, row: 0x208, columns: 0x7d } as const
/** Cells with text: shared, own, rich, the result of a formula. Each begins with row, column and format. */
const TEXT_CELLS = new Set([0xfd, 0x204, 0xd6, 0x06])

const EXCEL_97 = 0x0600

/** Other cells: numbers, truth values, and rows of numbers. */
const VALUE_CELLS = new Set([0x203, 0x205, 0x27e])
const NUMBERS = 0xbd

/** Fonts are numbered without 4. */
const MISSING_FONT = 4

/**
 * Reads the fonts of the cells and what is hidden out of an Excel workbook stream, which the library passes over.
 * @returns one look a sheet in the order of the workbook; a damaged stream gives what stands before the damage
 */
export function xlsLooks(stream: Buffer): SheetLook[] {
  const starts: number[] = []
  const sheets = new Map<number, LookBuilder>()
  const fonts: string[] = []
  const formats: number[] = []
  let isExcel97 = true
  let sheet: LookBuilder | undefined
  const fontOf = (format: number): string | undefined => {
    const number = formats[format] ?? 0
    return fonts[number > MISSING_FONT ? number - 1 : number]
  }
  for (const { at, type, data } of records(stream)) {
    if (TEXT_CELLS.has(type) && data.length >= 6) {
      sheet?.setFont(data.readUInt16LE(0), data.readUInt16LE(2), fontOf(data.readUInt16LE(4)))
    } else if (type === RECORD.begin && data.length >= 4) {
      if (at === 0) isExcel97 = data.readUInt16LE(0) === EXCEL_97
      sheet = sheets.get(at)
    } else if (type === RECORD.sheet && data.length >= 4) {
      starts.push(data.readUInt32LE(0))
      sheets.set(data.readUInt32LE(0), new LookBuilder())
    } else if (type === RECORD.font) fonts.push(fontName(data, isExcel97))
    else if (type === RECORD.format && data.length >= 2) formats.push(data.readUInt16LE(0))
    else if (type === RECORD.row && data.length >= 14) {
      if ((data.readUInt16LE(12) & 0x20) !== 0) sheet?.hideRow(data.readUInt16LE(0))
    } else if (type === RECORD.columns && data.length >= 10) {
      if ((data.readUInt16LE(8) & 1) !== 0) sheet?.hideColumns(data.readUInt16LE(0), data.readUInt16LE(2))
    }
  }
  return starts.flatMap(start => sheets.get(start)?.build() ?? [])
}

/** How many cells of the workbook hold something. */
export function countXlsCells(stream: Buffer): number {
  let cells = 0
  for (const { type, data } of records(stream)) {
    if (TEXT_CELLS.has(type) || VALUE_CELLS.has(type)) cells++
    else if (type === NUMBERS) cells += Math.max(0, Math.floor((data.length - 6) / 6))
  }
  return cells
}

function* records(stream: Buffer): Generator<{ readonly at: number; readonly type: number; readonly data: Buffer }> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2)
    yield { at, type: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + length) }
    at += 4 + length
  }
}

/** The name stands behind 14 bytes: its length, in Excel 97 whether it takes two bytes a character, and the characters. */
function fontName(data: Buffer, isExcel97: boolean): string {
  const length = data[14] ?? 0
  if (!isExcel97) return data.toString('latin1', 15, 15 + length)
  return ((data[15] ?? 0) & 1) === 1
    ? data.toString('utf16le', 16, 16 + 2 * length)
    : data.toString('latin1', 16, 16 + length)
}
