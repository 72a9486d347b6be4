import { formatNumber } from '../contract/format-number.ts'
import type { Bilingual, Language } from '../contract/index.ts'
import { fill } from '../problems/fill.ts'

/**
 * What can be wrong with a decision that has the right form. `{name}` is filled from the details: codes by their names, numbers as the
 * language writes them, days and periods as the contract does.
 */
const ISSUES = {
  'record-gone': {
    vi: 'không có số liệu {id} trong phiên bản này',
    en: 'there is no record {id} in this version',
  },
  'flag-gone': {
    vi: 'không có cảnh báo {id} đang mở trong phiên bản này',
    en: 'there is no open flag {id} in this version',
  },
  'no-suggestion': { vi: 'cảnh báo {id} không có gợi ý', en: 'flag {id} suggests nothing' },
  'decision-unknown': { vi: 'tài liệu không có quyết định {id}', en: 'the document has no decision {id}' },
  'already-undone': {
    vi: 'quyết định của {who}, {decision}, đã bị hủy rồi; lịch sử ghi ai đã hủy',
    en: 'the decision of {who}, {decision}, is undone already; the history says by whom',
  },
  'already-rejected': {
    vi: 'số liệu {record} đã bị {who} loại; lấy lại số liệu này trước, rồi hãy quyết định',
    en: 'record {record} is rejected, by {who}; take it back before you decide on it',
  },
  'nothing-changes': { vi: 'sửa đổi không làm số liệu khác đi', en: 'the correction changes nothing' },
  'already-there': { vi: 'đã có số liệu {id} ở chỗ này', en: 'record {id} stands there already' },
  'outside-text': {
    vi: 'vị trí {start}–{end} không nằm trong văn bản dài {length}',
    en: '{start}–{end} is no stretch of a text of length {length}',
  },
  'no-words': { vi: 'vị trí không có chữ nào', en: 'there are no words at the place' },
  'no-such-page': { vi: 'tài liệu không có trang {page}', en: 'the document has no page {page}' },
  'not-a-box': {
    vi: 'khung phải là trái, trên, phải, dưới tính bằng điểm, không âm, không quá {most}, và có diện tích',
    en: 'a box is left, top, right, bottom in points, not negative, not above {most}, and holds something',
  },
  'unknown-indicator': { vi: 'không có chỉ tiêu {code}', en: 'there is no indicator {code}' },
  'unit-misfit': {
    vi: 'đơn vị “{unit}” không hợp với chỉ tiêu “{indicator}”, loại số “{measure}”; cần {units}',
    en: 'unit “{unit}” does not fit indicator “{indicator}”, measure “{measure}”; expected {units}',
  },
  'no-value': { vi: 'cần giá trị, hoặc cả min và max', en: 'a value is needed, or both min and max' },
  'value-and-range': { vi: 'chỉ được có giá trị hoặc khoảng', en: 'either a value or a range, not both' },
  'range-backwards': { vi: 'min {min} không nhỏ hơn max {max}', en: 'min {min} is not below max {max}' },
  'value-out-of-reach': { vi: 'giá trị {value} lớn quá mức', en: '{value} is beyond any statistic' },
  'value-out-of-bounds': {
    vi: 'giá trị {value} không thể có với loại số “{measure}”; phải từ {low} đến {high}',
    en: '{value} cannot be with measure “{measure}”; it is from {low} to {high}',
  },
  'value-negative': {
    vi: 'giá trị {value} âm; chỉ tăng giảm và tiền mới có thể âm',
    en: '{value} is negative; only changes and money can be',
  },
  'value-not-whole': {
    vi: 'giá trị {value} không nguyên; đếm bằng “{unit}” thì phải nguyên',
    en: '{value} is not whole; {unit} are counted',
  },
  'bad-period': {
    vi: 'kỳ {period} không đúng; viết như 2019, 2019-06, 2019-01/2019-09, 2016/2020',
    en: '{period} is no period; write 2019, 2019-06, 2019-01/2019-09, 2016/2020',
  },
  'bad-date': {
    vi: 'ngày {date} không có trong lịch; viết như 2019-09-12, 2019-09, 2019',
    en: '{date} is in no calendar; write 2019-09-12, 2019-09, 2019',
  },
  'per-twice': { vi: '“{per}” được ghi hai lần', en: '“{per}” is given twice' },
  'unknown-area': {
    vi: 'mã địa phương {code} không phải của một tỉnh ({level})',
    en: '{code} is no code of a province ({level})',
  },
  'area-misnamed': {
    vi: 'mã {code} không phải của {name} mà của {names}',
    en: '{code} is not the code of {name} but of {names}',
  },
  'field-unchanged': { vi: '“{field}” đã là như vậy', en: '“{field}” is so already' },
} as const satisfies Readonly<Record<string, Bilingual>>

export type IssueCode = keyof typeof ISSUES

/** One thing that is wrong, at one part of the request (`decisions/0/changes/unit`). */
export interface Issue {
  readonly at: string
  readonly code: IssueCode
  readonly message: Bilingual
}

type Details = Readonly<Record<string, string | number | Bilingual>>

/** @param details what is another in each language is given in both */
export const issue = (at: string, code: IssueCode, details: Details = {}): Issue => ({
  at,
  code,
  message: { vi: fill(ISSUES[code].vi, inWords(details, 'vi')), en: fill(ISSUES[code].en, inWords(details, 'en')) },
})

const inWords = (details: Details, language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([name, detail]) => [name, words(detail, language)]))

const words = (detail: Details[string], language: Language): string => {
  if (typeof detail === 'number') return formatNumber(detail, language)
  return typeof detail === 'string' ? detail : detail[language]
}
