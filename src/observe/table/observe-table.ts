import type { Area, Period, ReadObservation, Reason, Span, Unit } from '../../contract/index.ts'
import { times } from '../../lex/amount.ts'
import type { Quantity } from '../../lex/term.ts'
import { wholeSpan } from '../../repair/mapped-text.ts'
import type { Cell } from '../../table/grid.ts'
import { rowChain, type TableModel } from '../../table/table-model.ts'
import { type DocumentTime, reportingYear } from '../document-time.ts'
import { type Draft, draftOf } from '../draft.ts'
import type { Found } from '../found.ts'
import { isYear } from '../time.ts'
import { type CellValue, cellValues, holdsFigure } from './cell-values.ts'
import { type ColumnMeaning, columnMeanings } from './column-meaning.ts'
import { type ColumnTime, columnTime, impliedStatus, inCentury, saidTime } from './column-time.ts'
import { type NamedUnit, wordsOfLabel } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'
import { nameRow } from './name-row.ts'
import { areaOfRow } from './row-area.ts'
import type { RowName, TableContext } from './table-context.ts'
import { unitOfRow } from './unit-of-row.ts'

/** A figure of a cell on its way: `draft` has spans of the text as read throughout, its own place too. */
export interface CellDraft {
  readonly draft: Draft
  readonly source: string | null
  /** Null where the figure is of the document's area. */
  readonly area: Area | null
  readonly cell: Cell
  readonly place: NonNullable<ReadObservation['evidence']['cell']>
  readonly quote: string
}

/** All figures of a table, row by row. */
export const observeTable = (context: TableContext): CellDraft[] => {
  const { model, cells, document } = context
  const columns = [...columnMeanings(model, cells, document).values()]
  // columns whose heads say the same are named once a row
  const groups = new Map<string, { words: readonly Cell[]; names: Map<number, RowName> }>()
  const drafts: CellDraft[] = []
  model.rows.forEach((row, at) => {
    const unit = unitOfRow(model, row.row, cells)
    const time = rowTime(context, at)
    const area = areaOfRow(model, at)
    for (const column of columns) {
      const cell = model.grid.at(row.row, column.column)
      if (cell === null || cell.row !== row.row || cell.column !== column.column || !holdsFigure(cell.content.text))
        continue
      const key = column.words.map(word => `${word.row}/${word.column}`).join(' ')
      const group = groups.get(key) ?? { words: column.words, names: new Map() }
      groups.set(key, group)
      if (!group.names.has(at)) {
        const name = nameRow(context, at, group.words, unit, group.names)
        if (name !== null) group.names.set(at, name)
      }
      const name = group.names.get(at)
      if (name === undefined) continue
      let before: CellDraft | null = null
      for (const value of cellValues(cell, cells)) {
        // `41 HTX` in a row of people: the cell counts something of its own
        const other =
          value.counted !== null && value.unit !== name.draft.unit && value.unit !== 'percent'
            ? nameRow(context, at, group.words, value.counted, group.names)
            : null
        const made: CellDraft = { ...draftFor(context, at, column, cell, value, other ?? name, time, before), area }
        before ??= made
        drafts.push(made)
      }
    }
  })
  return drafts
}

const draftFor = (
  context: TableContext,
  at: number,
  column: ColumnMeaning,
  cell: Cell,
  value: CellValue,
  name: RowName,
  time: ColumnTime,
  before: CellDraft | null,
): Omit<CellDraft, 'area'> => {
  const { cells, model, document } = context
  const { draft } = name
  const { splits } = column
  const period = column.period ?? time.period
  const status = column.status ?? time.status ?? statusOfTitle(draft, document)
  const unit = unitFor(context, column, name, value, before)
  const compared = column.measure !== null
  const share = value.bracketed && value.unit === 'percent' && before !== null
  const said = share ? 'share' : (column.measure?.value ?? draft.measure)
  // a percentage is of something
  const measure = said === 'level' && unit.value === 'percent' ? 'share' : said
  const because = {
    ...draft.because,
    value: { from: 'number' } as const,
    unit: unit.reason,
    ...(column.measure === null ? {} : { measure: { from: 'column', ...column.measure.words } as const }),
    ...(period === null ? {} : { period: reasonOf(period) }),
    ...(status === null ? {} : { status: reasonOf(status) }),
    ...(splits.subject === null ? {} : { subject: reasonOf(splits.subject) }),
    ...(splits.sector === null ? {} : { sector: reasonOf(splits.sector) }),
  }
  const ratio = unit.value === 'percent' || unit.value === 'times'
  const per =
    ratio || compared
      ? [...column.per]
      : perFor(
          draft,
          unit.quantity,
          [...(model.rows[at]?.labels.slice(-1) ?? []), ...column.words].map(one => one.content.text).join(' '),
        )
  const made = draftOf(value.place, amountOf(value, unit), {
    ...{ indicator: draft.indicator, measure },
    subject: splits.subject?.value ?? draft.subject,
    sector: splits.sector?.value ?? draft.sector,
    ...{ comparator: value.comparator, unit: unit.value, per },
    period: inFlow(period?.value ?? draft.period, draft, cells),
    status: value.second ? 'target' : (status?.value ?? draft.status),
    ...{ label: draft.label, qualifier: draft.qualifier, because },
    ...alternativesOf(value),
  })
  return {
    draft: made,
    source: column.source,
    cell,
    place: placeIn(context, at, column, cell),
    quote: quoteOf(context, at, cell),
  }
}

/** `(Tính đến ngày 31/12/2020)` over a table of a plan: what its cells tell has been. */
const statusOfTitle = ({ period, because }: Draft, document: DocumentTime): ColumnTime['status'] => {
  const { start, end, from } = because.period ?? {}
  if (period === null || because.status?.from !== 'default' || from !== 'heading') return null
  const value = impliedStatus(period, document)
  return value === 'actual' && start !== undefined && end !== undefined ? { value, from, words: { start, end } } : null
}

/** What flows up to a day has flowed since the beginning of its year. */
const inFlow = (period: string | null, { indicator, measure }: Draft, { rules }: LexedCells): string | null => {
  const day = /^(\d{4})-(\d\d)-\d\d$/.exec(period ?? '')
  if (
    day === null ||
    measure !== 'level' ||
    indicator === 'money_other' ||
    rules.indicators.get(indicator)?.kind !== 'flow'
  )
    return period
  return `${day[1]}-01/${day[1]}-${day[2]}`
}

/** `Cộng 5 năm` under rows of years is over all of them. */
const sumOfYears = (model: TableModel, at: number, cells: LexedCells, document: DocumentTime): Found<Period> | null => {
  const row = model.rows[at]
  const label = row?.labels.at(-1)
  if (row === undefined || label === undefined || !cells.rules.tableWords.addsUp(label.content.text)) return null
  const years = model.rows.flatMap(other => {
    const said =
      other.parent === row.parent && other !== row
        ? columnTime(saidTime(other.labels, cells), null, document).period
        : null
    return said !== null && isYear(said.value) ? [Number(said.value)] : []
  })
  if (years.length < 2) return null
  return {
    value: `${Math.min(...years)}/${Math.max(...years)}`,
    from: 'row',
    words: wholeSpan(label.content),
  }
}

/** `08` under the head `Năm`. */
const shortYear = ({ grid, head }: TableModel, label: Cell | undefined, document: DocumentTime): ColumnTime | null => {
  const year = /^['’]?(\d\d)$/.exec(label?.content.text ?? '')?.[1]
  if (year === undefined || label === undefined || head === 0) return null
  if (!/^năm$/iu.test(grid.at(0, label.column)?.content.text ?? '')) return null
  const value = String(inCentury(Number(year)))
  const reported = reportingYear(document)
  const status = reported === null || Number(value) === reported ? null : Number(value) < reported ? 'actual' : 'target'
  const words = wholeSpan(label.content)
  return { period: { value, from: 'row', words }, status: status && { value: status, from: 'row', words } }
}

/** The time and status that a row's labels name, its sections' included. */
const rowTime = ({ model, cells, document }: TableContext, at: number): ColumnTime => {
  const chain = rowChain(model, at).flatMap(row => (row.lead === null ? row.labels : []))
  const short = shortYear(model, chain.at(-1), document)
  if (short !== null) return short
  const { period, status } = columnTime(saidTime(chain, cells), null, document)
  const sum = period === null ? sumOfYears(model, at, cells, document) : null
  if (sum !== null) return { period: sum, status }
  return { period: period && { ...period, from: 'row' }, status: status && { ...status, from: 'row' } }
}

const reasonOf = ({ from, words }: { readonly from: Reason['from']; readonly words: Span | null }): Reason => ({
  from,
  ...(words ?? {}),
})

interface FoundUnit {
  readonly value: Unit
  readonly scale: number
  readonly quantity: Quantity | null
  readonly reason: Reason
}

/** The unit of a figure: beside it, then of its comparison, its row, its column, the caption; else its indicator's own. */
const unitFor = (
  { model, cells }: TableContext,
  column: ColumnMeaning,
  { draft, unit }: RowName,
  value: CellValue,
  before: CellDraft | null,
): FoundUnit => {
  if (value.unit !== null) return { value: value.unit, scale: 1, quantity: null, reason: { from: 'number' } }
  if (before !== null && before.draft.unit !== 'percent')
    return { value: before.draft.unit, scale: 1, quantity: null, reason: { from: 'number' } }
  if (column.percent) {
    const words = column.measure?.words
    return { value: 'percent', scale: 1, quantity: null, reason: { from: 'column', ...words } }
  }
  const said = (named: NamedUnit, from: Reason['from']): FoundUnit => ({
    ...{ value: unitMeant(draft, named.quantity), scale: named.quantity.value ?? 1, quantity: named.quantity },
    reason: { from, ...wholeSpan(named.words) },
  })
  if (unit !== null) return said(unit, unit.from ?? 'row')
  if (column.unit !== null && fits(draft, column.unit.quantity)) return said(column.unit, 'column')
  const words = model.caption.unit?.words
  for (const text of words === undefined ? [] : [words.text, ...words.text.split(/[,;]|\svà\s/u)]) {
    // `số tổ: THT; doanh thu bình quân: triệu đồng/tổ`
    const quantity = cells.unit(text.slice(text.lastIndexOf(':') + 1).trim())
    if (words !== undefined && quantity !== null && fits(draft, quantity)) return said({ words, quantity }, 'caption')
  }
  const own = cells.rules.indicators.get(draft.indicator)?.unit ?? draft.unit
  const value0 = draft.measure === 'level' ? own : draft.unit
  return { value: value0, scale: 1, quantity: null, reason: draft.because.unit ?? { from: 'default' } }
}

/** A unit that a whole column or table is given fits the rows that are measured in it, and those that nothing else is known of. */
const fits = (draft: Draft, quantity: Quantity): boolean => {
  if (draft.unit === quantity.unit) return true
  if (draft.because.unit?.from === 'counter') return false
  const generic = draft.indicator === 'other' || draft.because.indicator?.from === 'default'
  return generic || quantity.unit === 'percent'
}

/** `Thành viên` of a union are organisations, whatever their word counts elsewhere: the row's name knows. */
const unitMeant = (draft: Draft, quantity: Quantity): Unit =>
  draft.because.unit?.from === 'counter' || quantity.unit === null ? draft.unit : quantity.unit

/** What a figure is an average over: by its name, its unit, and by what stands behind a stroke in the label (`TNBQ/LĐ/tháng`). */
const perFor = (draft: Draft, quantity: Quantity | null, label: string): Draft['per'] => {
  const said = [
    ...draft.per,
    ...(quantity?.per ?? []),
    ...(/\/\s*(?:tháng|th)(?!\p{L})/iu.test(label) ? ['month' as const] : []),
  ]
  const order = ['organisation', 'person', 'month', 'year'] as const
  return order.filter(per => said.includes(per))
}

const amountOf = (value: CellValue, { scale, value: unit }: FoundUnit): Pick<Draft, 'value' | 'min' | 'max'> => {
  const by = value.scale !== 1 ? 1 : scale
  const whole = (n: number) => times(n, by)
  if (value.value === null) return { min: whole(value.min ?? 0), max: whole(value.max ?? 0) }
  // people and organisations are whole: `1,234` of them can only be grouped by thousands
  const counted = unit === 'organisation' || unit === 'person'
  const grouped = counted && !Number.isInteger(value.value) && value.alternative !== null
  return { value: whole(grouped ? (value.alternative ?? value.value) : value.value) }
}

const alternativesOf = ({ alternative }: CellValue): Pick<Draft, 'alternatives'> =>
  alternative === null ? {} : { alternatives: [{ value: alternative, text: String(alternative) }] }

const placeIn = ({ model }: TableContext, at: number, column: ColumnMeaning, cell: Cell): CellDraft['place'] => {
  const rows = rowChain(model, at).flatMap((row, i, chain) =>
    i < chain.length - 1 ? row.labels.slice(-1) : row.labels,
  )
  const chain = [...rows, ...column.chain]
  return {
    ...{ table: model.id, row: cell.row, column: cell.column },
    rowHeader: rows.map(label => wordsOfLabel(label.content)),
    columnHeader: column.chain.map(head => head.content.text),
    headers: chain.map(({ row, column: at }) => ({ row, column: at })),
  }
}

const quoteOf = ({ model }: TableContext, at: number, cell: Cell): string => {
  const row = model.rows[at]
  const unit = model.roles.indexOf('unit')
  const label = row?.labels.map(one => wordsOfLabel(one.content)).join(', ') ?? ''
  return `${label}: ${cell.content.text} ${unit < 0 || row === undefined ? '' : model.grid.textAt(row.row, unit)}`.trim()
}
