import type { Bilingual } from '../../contract/index.ts'

/** Texts of the dashboard. */
export const DASHBOARD_TEXTS = {
  'nav.dashboard': { vi: 'Tổng quan', en: 'Overview' },
  'dashboard.loading': { vi: 'Đang tính…', en: 'Adding up…' },
  'dashboard.to-archive': { vi: 'Sang kho tài liệu', en: 'Go to the archive' },

  'dashboard.states': { vi: 'Tài liệu theo trạng thái', en: 'Documents by state' },
  'dashboard.all': { vi: 'Tất cả', en: 'All' },
  'dashboard.empty.title': { vi: 'Kho chưa có tài liệu nào', en: 'There are no documents yet' },
  'dashboard.empty.text': {
    vi: 'Gửi tài liệu vào kho trước; số liệu của chúng sẽ được tổng hợp ở đây.',
    en: 'Upload documents to the archive first; their statistics are added up here.',
  },

  'dashboard.progress': { vi: 'Tiến độ rà soát', en: 'Progress of the review' },
  'dashboard.settled': { vi: 'Đã rà soát {settled} trong {total} số liệu', en: '{settled} of {total} records settled' },
  'dashboard.open': { vi: 'Còn lại', en: 'Open' },
  'dashboard.documents': { vi: 'Tài liệu đã có quyết định', en: 'Documents with decisions' },
  'dashboard.of': { vi: '{part} trong {whole}', en: '{part} of {whole}' },
  'dashboard.errors': { vi: 'Mâu thuẫn đang mở', en: 'Open contradictions' },
  'dashboard.warnings': { vi: 'Cảnh báo đang mở', en: 'Open warnings' },
  'dashboard.flagged': { vi: 'Xem tài liệu có mâu thuẫn', en: 'Documents with contradictions' },
  'dashboard.uncounted': {
    vi: '{documents} tài liệu vừa có quyết định mới, chưa tính xong; tải lại trang để tính tiếp.',
    en: '{documents} documents have newer decisions and are not counted yet; load the page again to go on.',
  },

  'dashboard.rules': { vi: 'Máy và người rà soát', en: 'Machine and reviewers' },
  'dashboard.rules.text': {
    vi: 'Mỗi quy tắc chịu trách nhiệm về thuộc tính mà nó đọc; quy tắc hay sai nhất đứng đầu.',
    en: 'A rule answers for the attribute that it reads; those that are most often wrong come first.',
  },
  'dashboard.rules.none.title': { vi: 'Chưa ai rà soát số liệu nào', en: 'Nothing has been reviewed yet' },
  'dashboard.rules.none.text': {
    vi: 'Mở một tài liệu rồi giữ, sửa hoặc loại từng số liệu; ở đây sẽ hiện quy tắc nào hay đọc sai.',
    en: 'Open a document and accept, correct or reject its records: this will show which rules misread.',
  },
  'dashboard.rules.flawless': {
    vi: 'Người rà soát chưa sửa gì máy đã đọc.',
    en: 'Reviewers have corrected nothing that the machine read.',
  },
  'dashboard.rule': { vi: 'Thuộc tính và quy tắc', en: 'Attribute and rule' },
  'dashboard.right': { vi: 'Đúng', en: 'Right' },
  'dashboard.corrected': { vi: 'Sửa', en: 'Corrected' },
  'dashboard.rejected': { vi: 'Loại', en: 'Rejected' },
  'dashboard.wrong': { vi: 'Tỷ lệ sai (95 %)', en: 'Wrong (95 %)' },
  'dashboard.bounds': { vi: '{rate} ({low}–{high})', en: '{rate} ({low}–{high})' },
  'dashboard.rules.all': { vi: 'Hiện cả {rules} quy tắc', en: 'Show all {rules} rules' },
  'dashboard.rules.fewer': { vi: 'Chỉ hiện quy tắc đọc sai', en: 'Show only those that misread' },
  'dashboard.origin': { vi: 'lấy từ {origin}', en: 'taken from {origin}' },

  'dashboard.missed': { vi: 'Số liệu máy bỏ sót', en: 'Statistics that the machine missed' },
  'dashboard.missed.none': { vi: 'Người rà soát chưa thêm số liệu nào.', en: 'Reviewers have added none.' },
  'dashboard.indicator': { vi: 'Chỉ tiêu', en: 'Indicator' },
  'dashboard.count': { vi: 'Số lần', en: 'Times' },

  'dashboard.show': { vi: 'Xem các chỗ', en: 'Show the places' },
  'dashboard.hide': { vi: 'Ẩn các chỗ', en: 'Hide the places' },
  'dashboard.places.loading': { vi: 'Đang tìm…', en: 'Looking…' },
  'dashboard.places.of': { vi: '{shown} trong {all} chỗ', en: '{shown} of {all} places' },
  'dashboard.place.corrected': { vi: 'máy đọc {read}, đúng là {right}', en: 'read as {read}, right is {right}' },
  'dashboard.place.rejected': { vi: 'máy đọc {read}, không phải số liệu', en: 'read as {read}, is no statistic' },
  'dashboard.place.missed': { vi: 'máy bỏ sót {right}', en: 'missed {right}' },
  'dashboard.place.by': { vi: '{who}, {when}', en: '{who}, {when}' },
  'dashboard.nothing': { vi: 'để trống', en: 'nothing' },
} as const satisfies Record<string, Bilingual>
