import type {
  Area,
  AreaLevel,
  Changes,
  CodeList,
  Comparator,
  Measure,
  Per,
  Sector,
  Statement,
  Status,
  Subject,
  Unit,
} from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { formatPeriod } from '../format/period.ts'
import { formatValue } from '../format/value.ts'
import { provinceNamed } from '../header/province-named.ts'
import { ATTRIBUTES } from './statement-keys.ts'
import { type PeriodFault, periodTyped } from './typed-period.ts'
import { inUnit, isFault, readTypedValue, type TypedValue, type ValueFault, withoutComparator } from './typed-value.ts'
import { typedWords } from './typed-words.ts'

/** A statement as it stands in the fields of a form. */
export interface StatementDraft {
  readonly value: string
  readonly unit: Unit
  /** The name of the indicator, or its code. */
  readonly indicator: string
  readonly label: string
  readonly subject: Subject
  readonly sector: Sector | null
  readonly measure: Measure
  readonly comparator: Comparator
  readonly per: readonly Per[]
  readonly period: string
  readonly status: Status
  readonly areaName: string
  readonly areaLevel: AreaLevel
  readonly qualifier: string
  readonly source: string
}

export type DraftFault = ValueFault | PeriodFault | 'no-indicator' | 'no-label'
export type DraftFaults = Partial<Record<keyof StatementDraft, DraftFault>>

/** What a form says. */
export interface ReadDraft {
  /** Where the words of a field cannot be read, it says there what it did before. */
  readonly statement: Statement
  /** Why they cannot. */
  readonly faults: DraftFaults
}

const figureOf = (statement: Statement): string => {
  const { number, unit } = formatValue({ ...statement, comparator: 'eq', per: [] }, 'vi')
  return statement.unit === 'VND' ? `${number} ${unit}` : number.replaceAll('\u00a0', ' ')
}

const indicatorName = (code: string, { indicators }: CodeList): string =>
  indicators.find(indicator => indicator.code === code)?.label.vi ?? code

export const draftOf = (statement: Statement, codes: CodeList): StatementDraft => ({
  value: statement.value === undefined && statement.min === undefined ? '' : figureOf(statement),
  unit: statement.unit,
  indicator: indicatorName(statement.indicator, codes),
  label: statement.label,
  subject: statement.subject,
  sector: statement.sector,
  measure: statement.measure,
  comparator: statement.comparator,
  per: statement.per,
  period: statement.period === null ? '' : formatPeriod(statement.period, 'vi'),
  status: statement.status,
  areaName: statement.area?.name ?? '',
  areaLevel: statement.area?.level ?? 'province',
  qualifier: statement.qualifier ?? '',
  source: statement.source ?? '',
})

const fold = (words: string): string => typedWords(words).toLowerCase()

/** The indicator that a name, in either language, or a code stands for. */
export const indicatorOf = (typed: string, { indicators }: CodeList) => {
  const name = fold(typed)
  return indicators.find(({ code, label }) => [code, fold(label.vi), fold(label.en)].includes(name))
}

const areaOf = (name: string, level: AreaLevel, { provinces }: CodeList, before: Area | null): Area | null => {
  const typed = typedWords(name)
  if (typed === '') return null
  if (before !== null && before.name === typed && before.level === level) return before
  const province = level === 'province' ? provinceNamed(typed, null, provinces) : undefined
  return { code: province?.code ?? null, name: province?.name ?? typed, level }
}

/** The unit that holds: what the words of the figure say goes before the field. */
export const unitOf = (draft: StatementDraft, typed: TypedValue | ValueFault = readTypedValue(draft.value)): Unit =>
  isFault(typed) ? draft.unit : (typed.unit ?? draft.unit)

/** The comparator that holds, likewise. */
export const comparatorOf = (
  draft: StatementDraft,
  typed: TypedValue | ValueFault = readTypedValue(draft.value),
): Comparator => (isFault(typed) ? draft.comparator : (typed.comparator ?? draft.comparator))

/** What becomes of a draft when a unit is chosen: words for another one would hold against it. */
export const chooseUnit = ({ value }: Pick<StatementDraft, 'value'>, unit: Unit) => ({
  unit,
  value: inUnit(value, unit),
})

/** The same for a comparator. */
export const chooseComparator = ({ value }: Pick<StatementDraft, 'value'>, comparator: Comparator) => {
  const typed = readTypedValue(value)
  const other = !isFault(typed) && typed.comparator !== null && typed.comparator !== comparator
  return { comparator, value: other ? withoutComparator(value) : value }
}

/**
 * Reads what stands in a form.
 * @param before the statement that is corrected, or that was guessed: what was not touched stays exactly as it is
 */
export const readDraft = (draft: StatementDraft, before: Statement, codes: CodeList): ReadDraft => {
  const unchanged = draftOf(before, codes)
  const typed = readTypedValue(draft.value)
  const period = draft.period === unchanged.period ? { period: before.period } : periodTyped(draft.period)
  const indicator =
    draft.indicator === unchanged.indicator ? before.indicator : indicatorOf(draft.indicator, codes)?.code
  const label = typedWords(draft.label)
  const same = draft.value === unchanged.value || draft.value === inUnit(unchanged.value, draft.unit)
  const { value, min, max, ...rest } = before
  return {
    statement: {
      ...rest,
      ...(same || isFault(typed) ? numbersOf({ value, min, max }) : typed.number),
      indicator: indicator ?? before.indicator,
      label: label || before.label,
      subject: draft.subject,
      sector: draft.sector,
      measure: draft.measure,
      comparator: comparatorOf(draft, typed),
      unit: unitOf(draft, typed),
      per: [...draft.per],
      period: 'fault' in period ? before.period : period.period,
      status: draft.status,
      area: areaOf(draft.areaName, draft.areaLevel, codes, before.area),
      qualifier: typedWords(draft.qualifier) || null,
      source: typedWords(draft.source) || null,
    },
    faults: {
      ...(isFault(typed) ? { value: typed } : {}),
      ...('fault' in period ? { period: period.fault } : {}),
      ...(indicator === undefined ? { indicator: 'no-indicator' } : {}),
      ...(label === '' ? { label: 'no-label' } : {}),
    },
  }
}

const numbersOf = (numbers: Readonly<Record<'value' | 'min' | 'max', number | undefined>>): Partial<Statement> =>
  Object.fromEntries(Object.entries(numbers).filter(([, n]) => n !== undefined))

/** What of a statement is another than before; null where nothing is. A number that gives way to a range is left out by it. */
export const changesOf = (before: Statement, after: Statement): Changes | null => {
  const changed = ATTRIBUTES.filter(
    name => after[name] !== undefined && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const ends = changed.some(name => name === 'min' || name === 'max') ? (['min', 'max'] as const) : []
  const names = new Set([...changed, ...ends])
  return names.size === 0 ? null : (Object.fromEntries([...names].map(name => [name, after[name]])) as Changes)
}

/** The figure as the page would write it, to see at once whether it was understood. */
export const echoOf = (draft: StatementDraft): string | null => {
  const typed = readTypedValue(draft.value)
  if (isFault(typed)) return null
  const unit = unitOf(draft, typed)
  const ends = 'value' in typed.number ? [typed.number.value] : [typed.number.min, typed.number.max]
  if (unit === 'VND') return `${ends.map(n => formatNumber(n, 'vi')).join('–')} đồng`
  const shown = formatValue({ ...typed.number, unit, comparator: 'eq', per: [], subject: draft.subject }, 'vi')
  return `${shown.number} ${shown.unit}`.trim()
}
