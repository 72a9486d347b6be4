import type { Message } from '../../contract/index.ts'

/** Pages that hold a picture and no text: scans between pages of text. */
export const pagesWithoutText = (pages: readonly number[]): Message => ({
  level: 'warning',
  code: 'pages-without-text',
  text: {
    vi: `Trang ${pageList(pages)} chỉ có ảnh, không có lớp chữ nên chưa đọc được.`,
    en: `Page ${pageList(pages)} holds a picture only, without a text layer, and was not read.`,
  },
  ...(pages[0] === undefined ? {} : { page: pages[0] }),
})

/** Pages that the file names but whose content is damaged. */
export const pagesDamaged = (pages: readonly number[]): Message => ({
  level: 'warning',
  code: 'pages-damaged',
  text: {
    vi: `Trang ${pageList(pages)} bị hỏng nên không đọc được.`,
    en: `Page ${pageList(pages)} is damaged and was not read.`,
  },
  ...(pages[0] === undefined ? {} : { page: pages[0] }),
})

/** `1–3, 7`: page numbers in rising order, neighbours put together. */
export function pageList(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const page of pages) {
    const range = ranges.at(-1)
    if (range !== undefined && range[1] === page - 1) range[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
