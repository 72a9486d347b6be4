import { createHash } from 'node:crypto'
import type { Extraction, Observation, Reason, Span } from '../../../src/contract/index.ts'
import { type GoldLabel, goldLabels } from './gold.ts'

const LABELS: Record<string, string> = {
  organisations: 'Tổng số tổ chức',
  organisations_new: 'Số tổ chức thành lập mới',
  organisations_active: 'Số tổ chức đang hoạt động',
  organisations_suspended: 'Số tổ chức ngừng hoạt động',
  organisations_dissolved: 'Số tổ chức giải thể',
  members: 'Số thành viên',
  workers: 'Số lao động thường xuyên',
  revenue_per_organisation: 'Doanh thu bình quân',
  income_per_worker: 'Thu nhập bình quân của người lao động',
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const placeOf = (text: string, starts: readonly number[], { line, n, nth = 1 }: GoldLabel): Span => {
  let at = (starts[line - 1] ?? 0) - 1
  for (let i = 0; i < nth; i += 1) at = text.indexOf(n, at + 1)
  return { start: at, end: at + n.length }
}

/** The words nearest before the number that could have given its period, and where they stand. */
const periodReason = (text: string, { start }: Span): Reason => {
  const before = text.slice(0, start)
  const found = [...before.matchAll(/\d+ tháng đầu năm( \d{4})?|năm \d{4}/gi)].at(-1)
  if (found === undefined) return { from: 'default' }
  const end = found.index + found[0].length
  const from = before.indexOf('\n', end) === -1 ? 'sentence' : 'heading'
  return { from, start: found.index, end, rule: 'period/months-of-year' }
}

/** What stands in a sentence before and after a number, for its quote. */
const quoteOf = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - 30), start)}${text.slice(start, end + 40)}`.replaceAll(/\s+/g, ' ').trim()

const observe = (text: string, label: GoldLabel, starts: readonly number[], index: number): Observation => {
  const span = placeOf(text, starts, label)
  const { line, n: _n, nth: _nth, accept: _accept, note: _note, ...attributes } = label
  const indicator = String(label.indicator)
  return {
    sector: null,
    comparator: 'eq',
    per: [],
    area: null,
    source: null,
    qualifier: null,
    ...(attributes as Pick<Observation, 'subject' | 'indicator' | 'measure' | 'unit' | 'status' | 'period'>),
    id: `o${index + 1}`,
    label: LABELS[indicator] ?? `Chỉ tiêu ${indicator}`,
    evidence: { ...span, page: null, line, quote: quoteOf(text, span), box: null, cell: null, path: null },
    because: {
      indicator: { from: 'rule', rule: `organisations/${indicator}`, start: span.end, end: span.end + 12 },
      unit: { from: 'counter', start: span.end + 1, end: span.end + 12 },
      period: periodReason(text, span),
      status: { from: 'default' },
    },
    support: index % 3,
    confidence: index % 9 === 4 ? 0.55 : 0.96,
  }
}

/**
 * What the product could answer for a text.
 * @param gold a document of the gold set, whose labels stand for the records; without one there are none
 */
export const stubExtraction = (text: string, name: string, gold: string | null): Extraction => {
  const starts = lineStarts(text)
  const observations = gold === null ? [] : goldLabels(gold).map((label, i) => observe(text, label, starts, i))
  const taken = new Set(observations.map(o => o.evidence.start))
  const unexplained = [...text.matchAll(/\d+(?:[.,]\d+)*/g)]
    .filter((numeral, i) => i % 12 === 5 && !taken.has(numeral.index))
    .map(numeral => ({ start: numeral.index, end: numeral.index + numeral[0].length, text: numeral[0] }))
  const [first, second] = observations
  return {
    document: {
      sha256: createHash('sha256').update(text).digest('hex'),
      name,
      mediaType: 'text/plain',
      bytes: Buffer.byteLength(text),
      pages: null,
      readBy: 'text',
      encoding: 'unicode',
      kind: 'plan',
      number: '155/KH-UBND',
      symbol: 'KH-UBND',
      issuer: { name: 'Ủy ban nhân dân tỉnh Lạng Sơn', level: 'province' },
      area: { code: '20', name: 'Lạng Sơn', level: 'province' },
      place: 'Lạng Sơn',
      issued: '2019-09-12',
      title: 'Phát triển kinh tế tập thể năm 2020 tỉnh Lạng Sơn',
      reports: '2019-01/2019-09',
      plans: '2020',
      signer: { name: 'Nguyễn Văn A', title: 'Phó Chủ tịch', capacity: 'TM. ỦY BAN NHÂN DÂN' },
      recipients: ['Bộ Kế hoạch và Đầu tư', 'Lưu: VT'],
      references: [
        {
          kind: 'Công văn',
          number: '5678/BKHĐT-HTX',
          date: '2019-08-12',
          issuer: 'Bộ Kế hoạch và Đầu tư',
          start: 0,
          end: 0,
        },
      ],
    },
    text,
    repairs: [],
    outline: [],
    tables: [],
    observations,
    flags:
      first === undefined || second === undefined
        ? []
        : [
            {
              id: 'f1',
              check: 'sum_of_parts',
              severity: 'error',
              message: { vi: 'Tổng các phần không bằng số chung.', en: 'The parts do not add up to the whole.' },
              expression: '29 + 185 + 21 + 7 = 242',
              figures: [],
              observations: [first.id, second.id],
              evidence: [],
              suspects: [],
              suggestion: null,
              capped: false,
            },
          ],
    numerals: {
      total: observations.length + unexplained.length + 120,
      observation: observations.length,
      date: 40,
      reference: 30,
      outline: 40,
      name: 10,
      page: 0,
      other: 0,
      unexplained,
    },
    messages: [
      {
        level: 'info',
        code: 'joined-lines',
        text: { vi: 'Đã nối các dòng bị ngắt bởi lề trang.', en: 'Lines that the margin had broken were joined.' },
      },
    ],
    engine: { version: '0.1.0', rules: '0'.repeat(64) },
  }
}
