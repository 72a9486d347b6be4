import type { Message } from '../../contract/index.ts'

const LISTED = 10

const list = (names: readonly string[]): string =>
  names.length <= LISTED ? names.join(', ') : `${names.slice(0, LISTED).join(', ')}, … (${names.length})`

/** Sheets that Excel does not show were read all the same. */
export const hiddenSheets = (names: readonly string[]): Message => ({
  level: 'warning',
  code: 'hidden-sheets-read',
  text: {
    vi: `Trang tính bị ẩn cũng được đọc: ${list(names)}.`,
    en: `Hidden sheets were read too: ${list(names)}.`,
  },
})

/** Rows and columns that Excel does not show were read all the same; `places` are addresses such as `Sheet1!5:5`. */
export const hiddenCells = (places: readonly string[]): Message => ({
  level: 'warning',
  code: 'hidden-cells-read',
  text: {
    vi: `Dòng, cột bị ẩn cũng được đọc: ${list(places)}.`,
    en: `Hidden rows and columns were read too: ${list(places)}.`,
  },
})

/** Formulas whose last result is an error. */
export const errorCells = (places: readonly string[]): Message => ({
  level: 'warning',
  code: 'cells-with-errors',
  text: {
    vi: `Công thức báo lỗi thay vì cho kết quả: ${list(places)}.`,
    en: `Formulas show an error in place of a result: ${list(places)}.`,
  },
})

/** Formulas that were written without their results, as some programs do. */
export const formulasWithoutValue = (places: readonly string[]): Message => ({
  level: 'warning',
  code: 'formulas-without-value',
  text: {
    vi: `Công thức không kèm kết quả nên không đọc được: ${list(places)}. Mở tệp bằng Excel rồi lưu lại.`,
    en: `Formulas without their results could not be read: ${list(places)}. Open the file in Excel and save it.`,
  },
})

/** Charts and macros are no tables. */
export const sheetsLeftOut = (names: readonly string[]): Message => ({
  level: 'info',
  code: 'sheets-left-out',
  text: {
    vi: `Trang biểu đồ hoặc macro không được đọc: ${list(names)}.`,
    en: `Sheets of charts or macros were not read: ${list(names)}.`,
  },
})
