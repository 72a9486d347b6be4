import type { Measure, Per, Period, Span, Status } from '../../contract/index.ts'
import { wholeSpan } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Cell } from '../../table/grid.ts'
import { columnChain, type TableModel } from '../../table/table-model.ts'
import { type DocumentTime, planningYear, reportingYear } from '../document-time.ts'
import type { Found } from '../found.ts'
import { endYear, isYear, isYears } from '../time.ts'
import { type ColumnSplits, columnSplits, isBranch } from './column-splits.ts'
import { type ColumnTime, columnTime, saidTime } from './column-time.ts'
import { type Comparison, comparisonOf } from './comparison.ts'
import { labelOf, type NamedUnit } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'
import { tellingOf } from './telling.ts'

/** What the heads of a column say of the figures under them. */
export interface ColumnMeaning {
  readonly column: number
  /** The heads, the outermost first. */
  readonly chain: readonly Cell[]
  readonly period: Found<Period> | null
  readonly status: Found<Status> | null
  readonly measure: { readonly value: Measure; readonly words: Span } | null
  readonly percent: boolean
  readonly per: readonly Per[]
  readonly unit: NamedUnit | null
  /** The funding source that the column splits an amount by. */
  readonly source: string | null
  /** Heads that say what is counted. */
  readonly words: readonly Cell[]
  /** Whose figures, and of which branch. */
  readonly splits: ColumnSplits
}

/** Reads all columns of data of a table. */
export const columnMeanings = (
  model: TableModel,
  cells: LexedCells,
  document: DocumentTime,
): Map<number, ColumnMeaning> => {
  const data = model.roles.flatMap((role, column) => (role === 'data' ? [column] : []))
  const chains = new Map(data.map(column => [column, columnChain(model, column)]))
  const compared = new Map(
    data.map(column => {
      const chain = chains.get(column) ?? []
      const comparison = comparisonOf(chain, cells)
      return [column, isNamedShare(comparison, chain, cells) ? null : comparison]
    }),
  )
  const levels = new Map<number, ColumnTime>()
  const years = outerYears(model, chains, cells)
  for (const column of data)
    if (compared.get(column) === null)
      levels.set(column, columnTime(saidTime(chains.get(column) ?? [], cells), years, document))
  completeYears(levels, years, document)
  completeSamePeriods(levels, chains, cells, document)
  completeSums(levels, chains, cells)
  const branches = [...chains.values()].filter(chain => isBranch(chain, cells)).length
  return new Map(
    data.map(column => {
      const chain = chains.get(column) ?? []
      const comparison = compared.get(column) ?? null
      const time = comparison === null ? levels.get(column) : comparedTime(model, column, comparison, levels, document)
      const split = chain.find(cell => isSource(cell, cells)) ?? null
      const words = wordsOver(column, chains, cells).filter(cell => cell !== split && cell !== comparison?.cell)
      return [
        column,
        {
          ...{ column, chain, words, splits: columnSplits(chain, branches, cells) },
          period: time?.period ?? null,
          status: time?.status ?? null,
          measure:
            comparison === null
              ? null
              : {
                  value: isOfPlan(model, column, levels) ? 'plan_completion' : comparison.measure,
                  words: comparison.words,
                },
          percent: comparison?.percent ?? false,
          per: comparison?.yearly === true ? (['year'] as const) : [],
          unit: comparison === null ? unitOf(chain, cells) : null,
          source: split?.content.text ?? null,
        },
      ]
    }),
  )
}

/** The one year that all heads which name one agree on, where others name none: `Năm 2019` beside `Kế hoạch`. */
const outerYears = (
  model: TableModel,
  chains: ReadonlyMap<number, readonly Cell[]>,
  cells: LexedCells,
): number | null => {
  const { title } = model.caption
  if (title === null) return null
  const named = [...chains.values()].some(chain => saidTime(chain, cells).time !== null)
  const years = [...new Set(title.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [])].map(Number)
  return named || years.length !== 1 ? null : (years[0] ?? null)
}

/**
 * A status without a year is of the year that the table's other columns of that document year speak of, else that its title
 * does; where a plan's table has nothing but targets, it is of the year that is planned.
 */
const completeYears = (levels: Map<number, ColumnTime>, titled: number | null, document: DocumentTime): void => {
  const named = [...levels.values()].flatMap(({ period }) => (period === null ? [] : [period]))
  const planned = document.status === 'target' && [...levels.values()].every(({ status }) => status?.value === 'target')
  const reported = titled ?? (planned ? planningYear(document) : reportingYear(document))
  for (const [column, time] of levels) {
    if (time.period !== null || time.status === null) continue
    const value = time.status.value
    // what was planned stands before what was reached
    const reached = [...levels].filter(([, other]) => other.status?.value !== 'target' && other.period !== null)
    const [, actual] = reached.find(([at]) => at > column) ?? reached.at(-1) ?? []
    const year = value === 'target' ? (actual?.period?.value ?? named[0]?.value ?? null) : (named[0]?.value ?? null)
    const meant = year === null ? (reported === null ? null : String(reported)) : String(endYear(year))
    if (meant !== null) levels.set(column, { ...time, period: { value: meant, from: 'document', words: null } })
  }
}

/** `Cộng 5 năm`, `Tổng cộng` beside columns of years is over all of them, as the last of them stands. */
const completeSums = (
  levels: Map<number, ColumnTime>,
  chains: ReadonlyMap<number, readonly Cell[]>,
  cells: LexedCells,
): void => {
  const isSum = (column: number) => cells.rules.tableWords.addsUp(chains.get(column)?.at(-1)?.content.text ?? '')
  const years = [...levels].flatMap(([column, time]) =>
    time.period !== null && time.period.words !== null && isYear(time.period.value) && !isSum(column)
      ? [{ year: Number(time.period.value), status: time.status }]
      : [],
  )
  const distinct = [...new Set(years.map(({ year }) => year))].sort((a, b) => a - b)
  const [first, last] = [distinct[0], distinct.at(-1)]
  if (first === undefined || last === undefined || distinct.length < 3 || last - first + 1 !== distinct.length) return
  for (const column of levels.keys()) {
    const label = chains.get(column)?.at(-1)
    if (label === undefined || !isSum(column)) continue
    const period = { value: `${first}/${last}`, from: 'column' as const, words: wholeSpan(label.content) }
    levels.set(column, { period, status: years.find(({ year }) => year === last)?.status ?? null })
  }
}

/** `Cùng kỳ năm 2018` beside `9 tháng đầu năm 2019`: the same months, else those that the document reports on. */
const completeSamePeriods = (
  levels: Map<number, ColumnTime>,
  chains: ReadonlyMap<number, readonly Cell[]>,
  cells: LexedCells,
  document: DocumentTime,
): void => {
  const periods = [...levels.values()].map(({ period }) => period?.value ?? null)
  const part = [...periods, document.reports].find(one => one !== null && !isYear(one) && !isYears(one)) ?? null
  for (const [column, { period, status }] of levels) {
    const said = saidTime(chains.get(column) ?? [], cells).time?.term.time
    if (part === null || period === null || said?.kind !== 'same-period') continue
    const value = part.replaceAll(/\d{4}/g, period.value)
    levels.set(column, { period: { ...period, value }, status })
  }
}

/** The period and status of what is compared: by the formula of the column, by its words, else of the figures before it. */
const comparedTime = (
  model: TableModel,
  column: number,
  comparison: Comparison,
  levels: ReadonlyMap<number, ColumnTime>,
  document: DocumentTime,
): ColumnTime => {
  const steps = model.formulas.find(formula => formula.column === column)?.steps
  const operand = steps?.find(step => 'column' in step)
  const byFormula = operand !== undefined && 'column' in operand ? levels.get(operand.column) : undefined
  if (byFormula?.period) return byFormula
  const { time, status } = comparison.compared
  const base = comparison.base.time === null ? null : columnTime(comparison.base, null, document).period
  const own = columnTime(comparison.compared, null, document)
  // a rate over several years speaks of them all
  if (comparison.yearly && own.period !== null)
    return { period: own.period, status: statusAt(levels, own.period.value) ?? own.status }
  if (comparison.yearly && time === null) {
    const span = spanOf(levels)
    if (span !== null) return span
  }
  // what came and went between `đầu kỳ` and `cuối kỳ`
  if (/^(?:tăng|giảm)(?: trong (?:kỳ|năm))?$/iu.test(comparison.cell.content.text))
    return { period: null, status: null }
  const fits = [...levels].filter(([, level]) => fitsWords(level, own, time !== null, status !== null))
  const planOf = comparison.measure === 'plan_completion' && base !== null ? endYear(base.value) : null
  const inYear =
    planOf === null ? [] : fits.filter(([, level]) => level.period !== null && endYear(level.period.value) === planOf)
  const candidates = inYear.length > 0 ? inYear : fits
  const isReached = ([, level]: readonly [number, ColumnTime]) => status !== null || level.status?.value !== 'target'
  // `2019/2018` beside `9 tháng 2019` and the plan of 2019
  const year = own.period !== null && status === null && isYear(own.period.value) ? Number(own.period.value) : null
  const within = [...levels].filter(([, level]) => level.period !== null && endYear(level.period.value) === year)
  const reached = (candidates.some(isReached) ? candidates : within).filter(isReached)
  const before = (reached.length > 0 ? reached : candidates).filter(([at]) => at < column)
  const chosen = (before.length > 0 ? before : reached).at(-1)?.[1]
  if (chosen !== undefined) return chosen
  return own.period !== null ? own : { period: base, status: null }
}

/** `6=5/4x100`, where 4 is a plan and 5 is none. */
const isOfPlan = (model: TableModel, column: number, levels: ReadonlyMap<number, ColumnTime>): boolean => {
  const [reached, plan, by] = model.formulas.find(formula => formula.column === column)?.steps ?? []
  const statusOf = (step: typeof reached) =>
    step !== undefined && 'column' in step ? (levels.get(step.column)?.status?.value ?? null) : null
  const divides = by !== undefined && 'operator' in by && by.operator === '/'
  return divides && statusOf(plan) === 'target' && ['actual', 'estimate'].includes(statusOf(reached) ?? '')
}

const fitsWords = (level: ColumnTime, own: ColumnTime, byTime: boolean, byStatus: boolean): boolean =>
  (!byTime || level.period?.value === own.period?.value) && (!byStatus || level.status?.value === own.status?.value)

/** From the first to the last of three years and more: what a rate a year without a time of its own is over. */
const spanOf = (levels: ReadonlyMap<number, ColumnTime>): ColumnTime | null => {
  const dated = [...levels.values()].filter(level => level.period !== null && isYear(level.period.value))
  const years = dated.map(level => Number(level.period?.value)).sort((a, b) => a - b)
  const last = years.at(-1)
  if (years.length < 3 || last === undefined) return null
  const status = dated.find(level => Number(level.period?.value) === last)?.status ?? null
  return { period: { value: `${years[0]}/${last}`, from: 'column', words: null }, status }
}

/** The status of the figures at the end of a period. */
const statusAt = (levels: ReadonlyMap<number, ColumnTime>, period: Period): ColumnTime['status'] =>
  [...levels.values()].find(level => level.period !== null && endYear(level.period.value) === endYear(period))
    ?.status ?? null

const isSource = (cell: Cell, cells: LexedCells): boolean => {
  const { terms } = cells.of(cell)
  const { rules } = cells
  return (
    rules.tableWords.has(cell.content.text, 'source') ||
    terms.some(term => hasTag(term.tags, rules.tags.id('NationalProgramme')))
  )
}

/** The heads that say what a column counts; parts of the column before (`Tổng số HTX` | `Trong đó` …) count what it counts. */
const wordsOver = (column: number, chains: ReadonlyMap<number, readonly Cell[]>, cells: LexedCells): Cell[] => {
  const chain = chains.get(column) ?? []
  const lead = chain.find(cell => cells.rules.tableWords.leadOf(cell.content.text) !== null)
  const whole = lead === undefined ? [] : (chains.get(lead.column - 1) ?? [])
  const own = chain.filter(cell => saysWhat(cell, cells))
  return [...whole.filter(cell => !own.includes(cell) && saysWhat(cell, cells)), ...own]
}

/** Whether a head holds words that say what is counted, or whose, beside its time, status and unit. */
const saysWhat = (cell: Cell, cells: LexedCells): boolean =>
  tellingOf(labelOf(cell.content, cells).content, cells) !== 'nothing'

/** A share of something that the heads name is a figure of its own. */
const isNamedShare = (comparison: Comparison | null, chain: readonly Cell[], cells: LexedCells): boolean =>
  comparison?.measure === 'share' &&
  chain.some(cell => tellingOf(labelOf(cell.content, cells).content, cells) === 'name')

/** The unit that the heads name, the innermost first: `(triệu đồng)`, or a head that is nothing else. */
const unitOf = (chain: readonly Cell[], cells: LexedCells): NamedUnit | null => {
  for (const cell of [...chain].reverse()) {
    const { unit } = labelOf(cell.content, cells)
    if (unit !== null) return unit
    const text = cell.content.text
    const quantity = /^%$|đồng|tr\.?\s?đ|tỷ/iu.test(text) ? cells.unit(text) : null
    if (quantity !== null) return { words: cell.content, quantity }
  }
  return null
}
