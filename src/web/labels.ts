import type {
  AreaLevel,
  Bilingual,
  Comparator,
  DocumentKind,
  Encoding,
  ExplainedAttribute,
  Measure,
  Message,
  NumeralClass,
  Origin,
  Per,
  ReadBy,
  Sector,
  Severity,
  Status,
  Subject,
  Unit,
} from '../contract/index.ts'
import type { DocumentState } from '../http/schemas.ts'

/** The names of the contract's codes. Typed by the codes themselves: a new code without a name does not compile. */
const name = (vi: string, en: string): Bilingual => ({ vi, en })

export const SUBJECT: Record<Subject, Bilingual> = {
  cooperative: name('Hợp tác xã', 'Cooperatives'),
  cooperative_union: name('Liên hiệp hợp tác xã', 'Cooperative unions'),
  cooperative_group: name('Tổ hợp tác', 'Cooperative groups'),
  collective_economy: name('Kinh tế tập thể', 'Collective economy'),
  credit_fund: name('Quỹ tín dụng nhân dân', 'People’s credit funds'),
  support_fund: name('Quỹ hỗ trợ phát triển hợp tác xã', 'Cooperative support fund'),
  other: name('Chủ thể khác', 'Other'),
}

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

export const SECTOR: Record<Sector, Bilingual> = {
  agriculture: name('Nông, lâm, ngư nghiệp', 'Agriculture, forestry, fishery'),
  industry: name('Công nghiệp – tiểu thủ công nghiệp', 'Industry and handicrafts'),
  construction: name('Xây dựng', 'Construction'),
  credit: name('Tín dụng', 'Credit'),
  trade: name('Thương mại – dịch vụ', 'Trade and services'),
  transport: name('Vận tải', 'Transport'),
  environment: name('Môi trường', 'Environment'),
  other: name('Ngành khác', 'Other branches'),
  non_agriculture: name('Phi nông nghiệp', 'Non-agricultural'),
}

export const MEASURE: Record<Measure, Bilingual> = {
  level: name('Mức', 'Level'),
  share: name('Tỷ trọng', 'Share'),
  plan_completion: name('% kế hoạch', '% of plan'),
  change: name('Tăng, giảm', 'Change'),
  multiple: name('Số lần', 'Multiple'),
}

export const STATUS: Record<Status, Bilingual> = {
  actual: name('Thực hiện', 'Actual'),
  estimate: name('Ước thực hiện', 'Estimate'),
  target: name('Kế hoạch', 'Target'),
}

/** Where a column is narrow. */
export const STATUS_SHORT: Record<Status, Bilingual> = {
  actual: name('Thực hiện', 'Actual'),
  estimate: name('Ước', 'Estimate'),
  target: name('Kế hoạch', 'Target'),
}

/** Shape as well as word and colour; the same shapes stand for the statuses in charts. */
export const STATUS_SHAPE: Record<Status, string> = { actual: '●', estimate: '○', target: '△' }

export const COMPARATOR: Record<Comparator, Bilingual> = {
  eq: name('', ''),
  about: name('khoảng', 'about'),
  ge: name('ít nhất', 'at least'),
  gt: name('trên', 'over'),
  le: name('tối đa', 'at most'),
  lt: name('dưới', 'under'),
}

/** What stands after a number. Money and percent are written by the number's own format. */
export const UNIT: Record<Unit, Bilingual> = {
  organisation: name('tổ chức', 'organisations'),
  person: name('người', 'persons'),
  VND: name('đồng', 'VND'),
  percent: name('%', '%'),
  hectare: name('ha', 'ha'),
  class: name('lớp', 'classes'),
  project: name('dự án', 'projects'),
  product: name('sản phẩm', 'products'),
  times: name('lần', 'times'),
  other: name('', ''),
}

export const PER: Record<Per, Bilingual> = {
  organisation: name('tổ chức', 'organisation'),
  person: name('người', 'person'),
  month: name('tháng', 'month'),
  year: name('năm', 'year'),
}

export const AREA_LEVEL: Record<AreaLevel, Bilingual> = {
  country: name('cả nước', 'country'),
  province: name('cấp tỉnh', 'province'),
  district: name('cấp huyện', 'district'),
  commune: name('cấp xã', 'commune'),
}

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
  doc: name('Word 97–2003 (.doc)', 'Word 97–2003 (.doc)'),
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
  mixed: name('nhiều bảng mã', 'mixed'),
}

export const ATTRIBUTE: Record<ExplainedAttribute, Bilingual> = {
  value: name('Giá trị', 'Value'),
  unit: name('Đơn vị tính', 'Unit'),
  measure: name('Loại số', 'Measure'),
  subject: name('Chủ thể', 'Subject'),
  indicator: name('Chỉ tiêu', 'Indicator'),
  sector: name('Ngành', 'Sector'),
  comparator: name('So sánh', 'Comparator'),
  per: name('Tính trên', 'Per'),
  period: name('Kỳ', 'Period'),
  status: name('Trạng thái', 'Status'),
}

export const ORIGIN: Record<Origin, Bilingual> = {
  rule: name('quy tắc', 'the rule'),
  number: name('chính con số', 'the number itself'),
  counter: name('từ đi liền con số', 'the word after the number'),
  clause: name('mệnh đề', 'the clause'),
  sentence: name('câu', 'the sentence'),
  figure: name('số liệu bên cạnh', 'the neighbouring figure'),
  'lead-in': name('câu dẫn', 'the lead-in'),
  paragraph: name('đoạn văn', 'the paragraph'),
  heading: name('đề mục', 'the heading'),
  column: name('tiêu đề cột', 'the column header'),
  row: name('tiêu đề dòng', 'the row header'),
  caption: name('tên bảng', 'the table’s caption'),
  document: name('phần đầu văn bản', 'the document’s head'),
  learned: name('học từ văn bản đã gán nhãn', 'learned from labelled documents'),
  default: name('mặc định', 'the default'),
}

export const NUMERAL_CLASS: Record<NumeralClass, Bilingual> = {
  observation: name('số liệu', 'statistics'),
  date: name('ngày tháng', 'dates'),
  reference: name('số hiệu văn bản', 'document numbers'),
  outline: name('số đề mục', 'outline numbers'),
  name: name('trong tên riêng', 'in names'),
  page: name('số trang', 'page numbers'),
  other: name('khác', 'other'),
}

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

export const MESSAGE_SHAPE: Record<Message['level'], string> = { error: '▲', warning: '◆', info: 'ⓘ' }

export const DOCUMENT_STATE: Record<DocumentState, Bilingual> = {
  received: name('Chờ đọc', 'Waiting'),
  reading: name('Đang đọc', 'Reading'),
  done: name('Xong', 'Done'),
  partial: name('Một phần', 'In part'),
  failed: name('Lỗi', 'Failed'),
}

export const DOCUMENT_STATE_SHAPE: Record<DocumentState, string> = {
  received: '…',
  reading: '◌',
  done: '✓',
  partial: '◐',
  failed: '✕',
}
