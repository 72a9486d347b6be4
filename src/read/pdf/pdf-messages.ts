import type { Message } from '../../contract/index.ts'

/** Pages to be read from their images, where the engine that was asked for is missing. */
export const pagesUnread = (pages: readonly number[]): Message => ({
  level: 'error',
  code: 'pages-unread',
  text: {
    vi: `Trang ${pageList(pages)} là ảnh quét hoặc có lớp chữ hỏng, nhưng TRICHLUC_OCR là native mà máy không có tesseract; cài gói tesseract-ocr.`,
    en: `Page ${pageList(pages)} is a scan or has a damaged text layer, but TRICHLUC_OCR is native and tesseract is not on this machine; install the package tesseract-ocr.`,
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
