import type { Bilingual } from '../../contract/index.ts'

/** Texts of the search in a document, and of its two sides that scroll together. */
export const FIND_TEXTS = {
  'find.title': { vi: 'Tìm trong văn bản', en: 'Find in the document' },
  'find.open': { vi: 'Tìm', en: 'Find' },
  'find.words': { vi: 'Tìm trong văn bản', en: 'Find in the document' },
  'find.count': { vi: 'Chỗ {at} trong {total}', en: 'Place {at} of {total}' },
  'find.none': { vi: 'không có', en: 'not found' },
  'find.previous': { vi: 'Chỗ trước (Shift Enter)', en: 'Previous place (Shift Enter)' },
  'find.next': { vi: 'Chỗ tiếp (Enter)', en: 'Next place (Enter)' },
  'find.why': { vi: 'Vì sao không là số liệu?', en: 'Why no record?' },
  'find.close': { vi: 'Đóng ô tìm (Esc)', en: 'Close (Esc)' },
  'find.pictures': {
    vi: 'Trang quét là ảnh: chỉ tới được trang; muốn thấy chữ hãy xem ở “Chữ”.',
    en: 'Scanned pages are pictures: the page is gone to; the words are shown in “Text”.',
  },
  'together.toggle': { vi: 'Cuộn cùng nhau', en: 'Scroll together' },
  'together.title': {
    vi: 'Văn bản và số liệu cuộn theo nhau',
    en: 'The document and its records follow each other when they are scrolled',
  },
} as const satisfies Record<string, Bilingual>
