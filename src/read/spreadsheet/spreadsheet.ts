import type { Limits } from '../../extract.ts'
import { type Problem, problem } from '../../problem.ts'
import { inflateParts } from '../docx/inflate-parts.ts'
import { storedZip } from '../docx/stored-zip.ts'
import { xmlDefect } from '../docx/xml-defect.ts'
import { readStream } from '../office/cfb-streams.ts'
import type { ReadResult } from '../source-document.ts'
import type { SheetLook } from './sheet-look.ts'
import { textLength, workbookText } from './sheet-text.ts'
import { readWorkbook } from './workbook.ts'
import { countXlsCells, xlsLooks } from './xls-looks.ts'
import { countXlsxCells, xlsxLooks } from './xlsx-looks.ts'

const XLS = 'application/vnd.ms-excel'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Cells of a workbook. A form of the ministry has some hundreds; this many take about half a minute. */
const MAX_CELLS = 500_000

/**
 * Reads an Excel workbook (.xls of Excel 5 to 2003). Sheets follow each other; of each the used rows and columns are a table, and
 * what stands above and below it are lines of text. Cells hold what they show (see `shownCell`), formulas their last results. Paths are Excel's own addresses: `Sheet1!B5`, for a whole row `Sheet1!5:5`.
 * Hidden sheets, rows and columns are read, and named in a message.
 * Problems: `password-protected`, `damaged-file`, `too-many-cells`, `too-much-text`.
 */
export function readXls(bytes: Uint8Array, limits: Limits): ReadResult {
  const stream = ['/Workbook', '/Book'].map(name => readStream(bytes, name)).find(found => 'data' in found)
  const data = stream !== undefined && 'data' in stream ? stream.data : Buffer.alloc(0)
  if (countXlsCells(data) > MAX_CELLS) return refuse(problem('too-many-cells', { limit: MAX_CELLS }))
  return readSheets(bytes, XLS, xlsLooks(data), limits)
}

/** Reads a .xlsx workbook, as `readXls` does. Problems besides: `expands-too-far`. */
export function readXlsx(bytes: Uint8Array, limits: Limits): ReadResult {
  const inflated = inflateParts(bytes)
  if ('problem' in inflated) return refuse(inflated.problem)
  if (countXlsxCells(inflated.parts) > MAX_CELLS) return refuse(problem('too-many-cells', { limit: MAX_CELLS }))
  for (const [name, data] of inflated.parts) {
    const defect = xmlDefect(new TextDecoder().decode(data))
    if (defect !== null) return refuse(problem('damaged-file', { detail: `${name}: ${defect}` }))
  }
  return readSheets(storedZip(inflated.parts), XLSX, xlsxLooks(inflated.parts), limits)
}

function readSheets(bytes: Uint8Array, mediaType: string, looks: readonly SheetLook[], limits: Limits): ReadResult {
  const workbook = readWorkbook(bytes, looks)
  if ('error' in workbook) {
    return refuse(
      /password|encrypt/i.test(workbook.error)
        ? problem('password-protected')
        : problem('damaged-file', { detail: workbook.error }),
    )
  }
  if (textLength(workbook.sheets) > limits.maxCharacters) {
    return refuse(problem('too-much-text', { limit: limits.maxCharacters }))
  }
  const { assembler, tables, fonts } = workbookText(workbook.sheets)
  return {
    ok: true,
    document: {
      mediaType,
      readBy: 'spreadsheet',
      encoding: 'unicode',
      text: assembler.text,
      pages: null,
      lines: assembler.lines,
      tables,
      messages: workbook.messages,
      ...(fonts.length > 0 ? { fonts } : {}),
    },
  }
}

const refuse = (why: Problem): ReadResult => ({ ok: false, problem: why })
