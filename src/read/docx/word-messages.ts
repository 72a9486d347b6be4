import type { Message } from '../../contract/index.ts'

/** Word's own list labels are no part of its text; these were counted when the document was read. */
export const listsNumbered = (count: number): Message => ({
  level: 'info',
  code: 'list-labels-counted',
  text: {
    vi: `${count} đoạn được Word đánh số tự động; ký hiệu đầu đoạn đã được tính lại.`,
    en: `${count} paragraphs are numbered by Word; their labels were counted when reading.`,
  },
})

/** A table inside a cell became the cell's text. */
export const nestedTable = (path: string): Message => ({
  level: 'warning',
  code: 'nested-table-flattened',
  text: {
    vi: `Bảng lồng trong ô bảng (${path}) được đọc thành chữ của ô đó.`,
    en: `The table inside a table cell (${path}) was read as text of that cell.`,
  },
})

/** The body was read all the same. */
export const runningPartsUnread: Message = {
  level: 'warning',
  code: 'headers-unread',
  text: {
    vi: 'Đầu trang, chân trang của tệp bị hỏng và không đọc được.',
    en: 'Headers and footers of the file are damaged and could not be read.',
  },
}

/**
 * The warnings of the .docx library that mean lost text: elements it doesn't know (formulas) and characters of symbol fonts.
 * Those on styles, pictures and drawn lines mean nothing for the text.
 */
export function lostContent(warnings: readonly string[]): Message[] {
  const lost = warnings.map(lostPart).filter(part => part !== null)
  return [...new Set(lost)].map(part => ({
    level: 'warning',
    code: 'content-skipped',
    text: {
      vi: `Một phần của tệp không đọc được và bị bỏ qua: ${part}.`,
      en: `A part of the file could not be read and was left out: ${part}.`,
    },
  }))
}

/** Shapes of drawings that hold no text, and how they are drawn. */
const DRAWN_ELEMENT =
  /^An unrecognised element was ignored: v:(?:line|polyline|arc|curve|fill|stroke|shadow|path|formulas|handles|shapetype)$/

const lostPart = (warning: string): string | null =>
  DRAWN_ELEMENT.test(warning)
    ? null
    : (/^An unrecognised element was ignored: (.+)$/.exec(warning)?.[1] ??
      /^A w:sym element with an unsupported character was ignored: (.+)$/.exec(warning)?.[1] ??
      null)
