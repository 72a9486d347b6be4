import type { Extraction, Observation } from '../../contract/index.ts'
import { coverageText, flagText } from './flag-text.ts'
import { COMPARATOR, MEASURE, PER, STATUS, UNIT } from './labels.ts'
import { clip, padEnd, padStart, width } from './width.ts'

const LABEL_COLUMNS = 56

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 })

const amount = (o: Observation): string => {
  const shown = (value: number | undefined) => (value === undefined ? '' : number.format(value))
  const text = o.value === undefined ? `${shown(o.min)}–${shown(o.max)}` : shown(o.value)
  return COMPARATOR[o.comparator] + text
}

const unit = (o: Observation): string => [UNIT[o.unit], ...o.per.map(per => PER[per])].join('/')

const label = (o: Observation): string => {
  const measure = MEASURE[o.measure]
  return clip(measure === '' ? o.label : `${o.label} (${measure})`, LABEL_COLUMNS)
}

const place = (o: Observation): string =>
  o.evidence.page === null ? (o.evidence.path ?? `d.${o.evidence.line}`) : `tr.${o.evidence.page} d.${o.evidence.line}`

interface Column {
  readonly title: string
  readonly cell: (o: Observation) => string
  readonly pad: (text: string, columns: number) => string
}

const COLUMNS: readonly Column[] = [
  { title: 'Chỉ tiêu', cell: label, pad: padEnd },
  { title: 'Số liệu', cell: amount, pad: padStart },
  { title: 'Đơn vị', cell: unit, pad: padEnd },
  { title: 'Kỳ', cell: o => o.period ?? '–', pad: padEnd },
  { title: 'Loại', cell: o => STATUS[o.status], pad: padEnd },
  { title: 'Vị trí', cell: place, pad: padEnd },
]

const grid = (observations: readonly Observation[]): string[] => {
  const rows = [COLUMNS.map(column => column.title), ...observations.map(o => COLUMNS.map(column => column.cell(o)))]
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map(cells => width(cells[i] ?? ''))))
  const line = (cells: readonly string[]) =>
    COLUMNS.map((column, i) => column.pad(cells[i] ?? '', widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = rows
  return [line(head), widths.map(columns => '─'.repeat(columns)).join('  '), ...body.map(line)]
}

/** One file's result for people: what it is, its statistics in columns, its contradictions, what stayed unexplained. */
export function table(file: string, extraction: Extraction): string {
  const { document, observations, flags, numerals } = extraction
  const head = [document.number, document.issued, document.issuer?.name, document.title].filter(Boolean).join(' · ')
  const lines = [head === '' ? file : `${file}: ${head}`, '']
  lines.push(...(observations.length === 0 ? ['Không có số liệu nào.'] : grid(observations)))
  lines.push(...flagText(extraction))
  const unexplained = numerals.unexplained.length
  lines.push(
    '',
    `${observations.length} số liệu, ${flags.length} cờ kiểm tra, ${unexplained} con số chưa giải thích được`,
    ...(observations.length === 0 ? [] : [coverageText(extraction)]),
  )
  return `${lines.join('\n')}\n\n`
}
