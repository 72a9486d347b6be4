import type { Comparator, Measure, Per, Severity, Status, Unit } from '../../contract/index.ts'

/** The official words for the codes of an observation. */
export const STATUS: Readonly<Record<Status, string>> = { actual: 'Thực hiện', estimate: 'Ước', target: 'Kế hoạch' }

export const MEASURE: Readonly<Record<Measure, string>> = {
  level: '',
  share: 'tỷ trọng',
  plan_completion: 'so với kế hoạch',
  change: 'tăng, giảm',
  multiple: 'số lần',
}

export const UNIT: Readonly<Record<Unit, string>> = {
  organisation: 'tổ chức',
  person: 'người',
  VND: 'đồng',
  percent: '%',
  hectare: 'ha',
  class: 'lớp',
  project: 'dự án',
  product: 'sản phẩm',
  times: 'lần',
  other: '',
}

export const PER: Readonly<Record<Per, string>> = {
  organisation: 'tổ chức',
  person: 'người',
  month: 'tháng',
  year: 'năm',
}

export const COMPARATOR: Readonly<Record<Comparator, string>> = {
  eq: '',
  about: '≈ ',
  ge: '≥ ',
  gt: '> ',
  le: '≤ ',
  lt: '< ',
}

export const SEVERITY: Readonly<Record<Severity, string>> = {
  error: '▲ Mâu thuẫn',
  warning: '◆ Cảnh báo',
  note: '● Lưu ý',
}
