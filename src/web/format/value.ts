import type { Language, Observation, Per, Subject } from '../../contract/index.ts'
import { COMPARATOR, ONE_ORGANISATION, PER, UNIT } from '../labels.ts'
import { formatNumber } from './number.ts'

type Figure = Pick<Observation, 'value' | 'min' | 'max' | 'comparator' | 'unit' | 'per' | 'subject'>

interface Scale {
  readonly factor: number
  readonly name: Record<Language, string>
}

const MONEY: readonly Scale[] = [
  { factor: 1e9, name: { vi: 'tỷ đồng', en: 'billion VND' } },
  { factor: 1e6, name: { vi: 'triệu đồng', en: 'million VND' } },
]
const DONG: Scale = { factor: 1, name: { vi: 'đồng', en: 'VND' } }

const decimals = (value: number): number => (String(Number(value.toPrecision(12))).split('.')[1] ?? '').length

/** The largest scale in which no end of the range needs more than three decimals, so that no digit is lost or hard to read. */
const scaleOf = (values: readonly number[]): Scale =>
  MONEY.find(({ factor }) => values.every(v => Math.abs(v) >= factor && decimals(v / factor) <= 3)) ?? DONG

const perWord = (per: Per, subject: Subject, language: Language): string =>
  per === 'organisation' ? ONE_ORGANISATION[subject][language] : PER[per][language]

/** The figure alone: `1.840`, `3,5–4`, `−2.100`; of money in đồng, `scale` says what it was divided by. */
const digits = (figure: Figure, scale: Scale, language: Language): string => {
  const write = (value: number) => formatNumber(value / scale.factor, language)
  if (figure.value !== undefined) return write(figure.value)
  if (figure.min !== undefined && figure.max !== undefined) return `${write(figure.min)}–${write(figure.max)}`
  return figure.min === undefined ? write(figure.max ?? Number.NaN) : write(figure.min)
}

export interface FormattedValue {
  /** `khoảng 3,5–4`; a percent sign stands here too. */
  readonly number: string
  /** `triệu đồng/người/tháng`; empty where there is none. */
  readonly unit: string
}

/** A value as people write it; a change has no plus sign, because `bằng 104,3 % cùng kỳ` is a change as well. */
export const formatValue = (figure: Figure, language: Language): FormattedValue => {
  const ends = [figure.value, figure.min, figure.max].filter(v => v !== undefined)
  const scale = figure.unit === 'VND' ? scaleOf(ends) : DONG
  const percent = figure.unit === 'percent'
  const unit = figure.unit === 'VND' ? scale.name[language] : percent ? '' : UNIT[figure.unit][language]
  const number = `${digits(figure, scale, language)}${percent ? '\u00a0%' : ''}`
  const per = figure.per.map(p => `/${perWord(p, figure.subject, language)}`).join('')
  return { number: `${COMPARATOR[figure.comparator][language]} ${number}`.trim(), unit: `${unit}${per}` }
}
