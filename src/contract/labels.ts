import type {
  AreaLevel,
  Bilingual,
  Comparator,
  ExplainedAttribute,
  HeaderField,
  Measure,
  NumeralClass,
  Origin,
  Per,
  Sector,
  Status,
  Subject,
  Unit,
} from './index.ts'

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

/** Where a unit has to be named, also that which nothing is written for beside a number. */
export const UNIT_NAME: Record<Unit, Bilingual> = { ...UNIT, other: name('đơn vị khác', 'another unit') }

export const AREA_LEVEL: Record<AreaLevel, Bilingual> = {
  country: name('cả nước', 'country'),
  province: name('cấp tỉnh', 'province'),
  district: name('cấp huyện', 'district'),
  commune: name('cấp xã', 'commune'),
}

export const PER: Record<Per, Bilingual> = {
  organisation: name('tổ chức', 'organisation'),
  person: name('người', 'person'),
  month: name('tháng', 'month'),
  year: name('năm', 'year'),
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

/** The official names of the header's fields (thể thức văn bản). */
export const HEADER_FIELD: Record<HeaderField, Bilingual> = {
  number: name('Số, ký hiệu', 'Number'),
  symbol: name('Ký hiệu (khi để trống số)', 'Symbol (where the number is blank)'),
  kind: name('Loại văn bản', 'Kind'),
  title: name('Trích yếu', 'Title'),
  issuer: name('Cơ quan ban hành', 'Issuer'),
  issued: name('Ngày ban hành', 'Issued'),
  place: name('Địa danh ban hành', 'Place of issue'),
  area: name('Địa bàn', 'Area'),
  reports: name('Kỳ báo cáo', 'Reports on'),
  plans: name('Kỳ kế hoạch', 'Plans for'),
  signer: name('Người ký', 'Signed by'),
  recipients: name('Nơi nhận', 'Recipients'),
}
