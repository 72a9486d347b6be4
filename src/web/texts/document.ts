import type { Bilingual } from '../../contract/index.ts'
import { HEADER_FIELD } from '../../contract/labels.ts'

/** Texts of the document page. */
export const DOCUMENT_TEXTS = {
  'document.loading': { vi: 'Đang tải tài liệu…', en: 'Loading the document…' },
  'document.waiting': {
    vi: 'Tài liệu đang được đọc; trang này tự mở khi xong.',
    en: 'The document is being read; it opens here when that is done.',
  },
  'document.read-anew': {
    vi: 'Tài liệu vừa được đọc lại: chữ và số liệu ở đây đã là bản mới. Hãy xem lại chỗ đang làm.',
    en: 'The document was read anew just now: text and records are those of the new reading. Look again at what you were doing.',
  },
  'document.read-anew.noticed': { vi: 'Đã rõ', en: 'Understood' },
  'document.failed': { vi: 'Không đọc được tài liệu này', en: 'This document could not be read' },
  'document.untitled': { vi: '(không có trích yếu)', en: '(no title)' },
  'document.back': { vi: 'Về kho tài liệu', en: 'Back to the archive' },
  'document.number': HEADER_FIELD.number,
  'document.kind': HEADER_FIELD.kind,
  'document.issued': HEADER_FIELD.issued,
  'document.issuer': HEADER_FIELD.issuer,
  'document.area': HEADER_FIELD.area,
  'document.reports': HEADER_FIELD.reports,
  'document.plans': HEADER_FIELD.plans,
  'document.signer': HEADER_FIELD.signer,
  'document.file': { vi: 'Tệp', en: 'File' },
  'document.pages': { vi: '{count} trang', en: 'pages: {count}' },
  'document.recipients': HEADER_FIELD.recipients,
  'document.references': { vi: 'Văn bản viện dẫn', en: 'Documents referred to' },
  'document.none': { vi: 'không ghi', en: 'not stated' },
  'document.more': {
    vi: 'Nơi nhận ({recipients}), văn bản viện dẫn ({references})',
    en: 'Recipients ({recipients}), documents referred to ({references})',
  },
  'document.messages': { vi: 'Ghi chú khi đọc', en: 'Notes of the readers' },
  'document.messages.page': { vi: 'trang {page}', en: 'page {page}' },
  'document.original': { vi: 'Bản gốc', en: 'Original' },
  'document.json': { vi: 'JSON', en: 'JSON' },
  'document.csv': { vi: 'CSV', en: 'CSV' },
  'document.csv.title': {
    vi: 'Số liệu như hiện nay, sau khi rà soát, cho bảng tính',
    en: 'The records as they hold now, reviewed, for spreadsheets',
  },
  'document.json.title': { vi: 'Số liệu như hiện nay, sau khi rà soát', en: 'The records as they hold now, reviewed' },
  'document.machine': { vi: 'Máy đọc', en: 'As read' },
  'document.machine.title': {
    vi: 'Kết quả máy đọc (JSON), chưa có quyết định nào của người rà soát',
    en: 'What the machine read (JSON), without any decision of reviewers',
  },
  'document.text': { vi: 'Nội dung văn bản', en: 'Text of the document' },
  'source.views': { vi: 'Cách xem văn bản', en: 'Ways to look at the document' },
  'source.page': { vi: 'Trang', en: 'Pages' },
  'source.text': { vi: 'Chữ', en: 'Text' },
  'source.tables': { vi: 'Bảng ({count})', en: 'Tables ({count})' },

  'document.downloads': { vi: 'Tải về', en: 'Downloads' },

  'table.name': { vi: 'Bảng {number}', en: 'Table {number}' },
  'table.unit': { vi: 'Đơn vị tính: {unit}', en: 'Unit: {unit}' },

  'numerals.summary': { vi: 'Con số trong văn bản: {total}', en: 'Numerals in the text: {total}' },
  'numerals.unexplained': { vi: 'chưa giải thích', en: 'unexplained' },
  'numerals.unexplained.title': { vi: 'Con số chưa giải thích được', en: 'Numerals without an explanation' },
  'numerals.unexplained.none': {
    vi: 'Mọi con số trong văn bản đều đã được giải thích.',
    en: 'Every numeral of the text is accounted for.',
  },
} as const satisfies Record<string, Bilingual>
