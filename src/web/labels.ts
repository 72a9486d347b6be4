import type {
  Bilingual,
  DocumentKind,
  Encoding,
  Message,
  ReadBy,
  Severity,
  Status,
  Subject,
} from '../contract/index.ts'
import type { DocumentState, Facets } from '../http/schemas.ts'

export {
  AREA_LEVEL,
  ATTRIBUTE,
  COMPARATOR,
  MEASURE,
  NUMERAL_CLASS,
  ORIGIN,
  PER,
  SECTOR,
  STATUS,
  SUBJECT,
  UNIT,
  UNIT_NAME,
} from '../contract/labels.ts'

/** The names of the contract's codes. Typed by the codes themselves: a new code without a name does not compile. */
const name = (vi: string, en: string): Bilingual => ({ vi, en })

/** One organisation of the subject, as it stands after a stroke: `triệu đồng/HTX`. */
export const ONE_ORGANISATION: Record<Subject, Bilingual> = {
  cooperative: name('HTX', 'cooperative'),
  cooperative_union: name('liên hiệp', 'union'),
  cooperative_group: name('tổ', 'group'),
  collective_economy: name('tổ chức', 'organisation'),
  credit_fund: name('quỹ', 'fund'),
  support_fund: name('quỹ', 'fund'),
  other: name('đơn vị', 'unit'),
}

/** Where a column is narrow. */
export const STATUS_SHORT: Record<Status, Bilingual> = {
  actual: name('Thực hiện', 'Actual'),
  estimate: name('Ước', 'Estimate'),
  target: name('Kế hoạch', 'Target'),
}

/** Shape as well as word and colour; the same shapes stand for the statuses in charts. */
export const STATUS_SHAPE: Record<Status, string> = { actual: '●', estimate: '○', target: '△' }

export const DOCUMENT_KIND: Record<DocumentKind, Bilingual> = {
  plan: name('Kế hoạch', 'Plan'),
  report: name('Báo cáo', 'Report'),
  decision: name('Quyết định', 'Decision'),
  resolution: name('Nghị quyết', 'Resolution'),
  programme: name('Chương trình', 'Programme'),
  scheme: name('Đề án', 'Scheme'),
  directive: name('Chỉ thị', 'Directive'),
  decree: name('Nghị định', 'Decree'),
  circular: name('Thông tư', 'Circular'),
  conclusion: name('Kết luận', 'Conclusion'),
  submission: name('Tờ trình', 'Submission'),
  notice: name('Thông báo', 'Notice'),
  guidance: name('Hướng dẫn', 'Guidance'),
  official_letter: name('Công văn', 'Official letter'),
  law: name('Luật', 'Law'),
  other: name('Văn bản khác', 'Other document'),
}

export const READ_BY: Record<ReadBy, Bilingual> = {
  text: name('tệp văn bản', 'text file'),
  'pdf-text': name('lớp chữ của PDF', 'text layer of the PDF'),
  ocr: name('nhận dạng chữ (OCR)', 'character recognition (OCR)'),
  docx: name('Word (.docx)', 'Word (.docx)'),
  doc: name('Word 97–2003, RTF, ODT', 'Word 97–2003, RTF, ODT'),
  spreadsheet: name('bảng tính', 'spreadsheet'),
  html: name('HTML', 'HTML'),
}

export const ENCODING: Record<Encoding, Bilingual> = {
  unicode: name('Unicode', 'Unicode'),
  tcvn3: name('TCVN3 (ABC)', 'TCVN3 (ABC)'),
  vni: name('VNI', 'VNI'),
  viscii: name('VISCII', 'VISCII'),
  vps: name('VPS', 'VPS'),
  viqr: name('VIQR', 'VIQR'),
  'windows-1258': name('windows-1258', 'windows-1258'),
  mixed: name('nhiều bảng mã', 'mixed'),
}

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

export const SEVERITY: Record<Severity, Bilingual> = {
  error: name('Mâu thuẫn', 'Contradiction'),
  warning: name('Cảnh báo', 'Warning'),
  note: name('Lưu ý', 'Note'),
}

export const SEVERITY_SHAPE: Record<Severity, string> = { error: '▲', warning: '◆', note: '●' }

export const MESSAGE_LEVEL: Record<Message['level'], Bilingual> = {
  error: name('Lỗi', 'Error'),
  warning: name('Cảnh báo', 'Warning'),
  info: name('Thông tin', 'Information'),
}

export const MESSAGE_SHAPE: Record<Message['level'], string> = { error: '▲', warning: '◆', info: '●' }

export const DOCUMENT_STATE: Record<DocumentState, Bilingual> = {
  received: name('Chờ đọc', 'Waiting'),
  reading: name('Đang đọc', 'Reading'),
  done: name('Xong', 'Done'),
  partial: name('Một phần', 'In part'),
  failed: name('Lỗi', 'Failed'),
}

export const REVIEW_STATE: Record<Facets['reviews'][number]['review'], Bilingual> = {
  none: name('Chưa rà soát', 'Not reviewed'),
  some: name('Đang rà soát', 'In review'),
  all: name('Đã rà soát xong', 'All reviewed'),
}

export const DOCUMENT_STATE_SHAPE: Record<DocumentState, string> = {
  received: '…',
  reading: '◌',
  done: '✓',
  partial: '◐',
  failed: '✕',
}
