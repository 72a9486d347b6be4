import type { Bilingual } from '../../contract/index.ts'

/** Texts of the pages of a document as they look. */
export const SHEETS_TEXTS = {
  'sheets.title': { vi: 'Các trang của văn bản', en: 'The pages of the document' },
  'sheets.opening': { vi: 'Đang mở các trang …', en: 'Opening the pages …' },
  'sheets.text': { vi: 'Xem ở dạng chữ', en: 'Show the text instead' },
  'sheets.tools': { vi: 'Xem trang', en: 'Viewing pages' },
  'sheets.page': { vi: 'trang', en: 'page' },
  'sheets.page.label': { vi: 'Trang {page}', en: 'Page {page}' },
  'sheets.previous': { vi: 'Trang trước', en: 'Previous page' },
  'sheets.next': { vi: 'Trang sau', en: 'Next page' },
  'sheets.smaller': { vi: 'Thu nhỏ', en: 'Smaller' },
  'sheets.larger': { vi: 'Phóng to', en: 'Larger' },
  'sheets.full-size': { vi: 'Cỡ thật (100 %)', en: 'Full size (100 %)' },
  'sheets.fit-width': { vi: 'Vừa bề ngang', en: 'Fit width' },
  'sheets.draw': { vi: 'Vẽ khung', en: 'Draw a box' },
  'sheets.draw.help': {
    vi: 'Kéo để vẽ khung quanh con số. Bằng bàn phím: mũi tên dời khung, Shift và mũi tên đổi cỡ, Ctrl để đi từng chút, Esc thôi vẽ.',
    en: 'Drag a box around the number. By keys: arrows move it, Shift and arrows stretch it, Ctrl for small steps, Esc to leave.',
  },
  'sheets.drawn': { vi: 'Khung đã vẽ: {box} điểm', en: 'The box drawn: {box} points' },
  'sheets.lost': {
    vi: 'Không tìm được “{number}” ở chỗ này trong văn bản đã đọc: xem ở dạng chữ.',
    en: '“{number}” is not found at this place of the text that was read: look at the text.',
  },
  'sheets.state.suspect': { vi: 'nghi sai', en: 'suspect' },
  'sheets.state.doubtful': { vi: 'chưa chắc', en: 'doubtful' },
  'sheets.state.open': { vi: 'chưa rà soát', en: 'not reviewed' },
  'sheets.state.settled': { vi: 'đã rà soát', en: 'settled' },
  'sheets.state.rejected': { vi: 'đã loại', en: 'rejected' },
} as const satisfies Record<string, Bilingual>
