import type { Bilingual } from '../../contract/index.ts'

/** Texts of what stands around every page: navigation, problems, keys. */
export const FRAME_TEXTS = {
  'app.name': { vi: 'trichluc', en: 'trichluc' },

  'nav.main': { vi: 'Điều hướng chính', en: 'Main navigation' },
  'nav.archive': { vi: 'Kho tài liệu', en: 'Archive' },
  'nav.backfills': { vi: 'Nạp hàng loạt', en: 'Backfills' },
  'nav.review.count': {
    vi: 'tài liệu còn số liệu chưa rà soát: {count}',
    en: 'documents with records that nobody has settled: {count}',
  },
  'nav.api': { vi: 'Tài liệu API', en: 'API reference' },
  'nav.language': { vi: 'Ngôn ngữ', en: 'Language' },
  'nav.skip': { vi: 'Đến nội dung chính', en: 'Skip to content' },

  'problem.cause': { vi: 'Nguyên nhân', en: 'Cause' },
  'problem.cure': { vi: 'Cách xử lý', en: 'What to do' },
  'problem.retry': { vi: 'Thử lại', en: 'Try again' },
  'problem.sign-in': { vi: 'Đăng nhập lại', en: 'Sign in again' },
  'problem.incident': { vi: 'Mã lỗi', en: 'Code' },

  'help.title': { vi: 'Phím tắt', en: 'Keys' },
  'help.flag.next': { vi: 'cờ tiếp theo', en: 'next flag' },
  'help.flag.previous': { vi: 'cờ trước', en: 'previous flag' },
  'help.search': { vi: 'tìm trong văn bản', en: 'find in the document' },
  'help.leave': { vi: 'bỏ chọn, đóng', en: 'deselect, close' },
  'help.help': { vi: 'bảng phím tắt này', en: 'these keys' },
  'help.close': { vi: 'Đóng', en: 'Close' },
  'help.button': { vi: 'Phím tắt (?)', en: 'Keys (?)' },

  'page.lost.title': { vi: 'Không có trang này', en: 'There is no such page' },
  'page.lost.text': { vi: 'Địa chỉ có thể bị gõ sai hoặc đã cũ.', en: 'The address may be mistyped or out of date.' },
} as const satisfies Record<string, Bilingual>
