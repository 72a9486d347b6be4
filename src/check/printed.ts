import type { ReadObservation } from '../contract/index.ts'
import { parseNumber } from '../lex/parse-number.ts'
import type { Interval } from './interval.ts'

/** How a figure stands on paper. */
export interface PrintedNumber {
  /** The digits and separators as printed. */
  readonly text: string
  /** What one of the printed number is worth: 1e6 for `950 triệu`. Negative for a decrease. */
  readonly scale: number
  readonly decimals: number
}

const DIGITS = /\d[\d.,]*\d|\d/

/** The number that stands on paper for a value; null for a number in words and for a range. */
export const printedNumber = (written: string, value: number | undefined): PrintedNumber | null => {
  const text = DIGITS.exec(written)?.[0]
  if (text === undefined || value === undefined) return null
  const readings = [parseNumber(text), parseNumber(text, 'english')].flatMap(r =>
    r === null ? [] : [r.value, ...(r.alternative === null ? [] : [r.alternative])],
  )
  // `vượt 8,6 %` is 108,6 % of the plan
  const above = readings.find(reading => Math.abs(reading + WHOLE - value) < NEARLY)
  if (above !== undefined) return { text, scale: 1, decimals: decimalsOf(text, above) }
  if (value === 0 && readings.includes(0)) return { text, scale: 1, decimals: decimalsOf(text, 0) }
  for (const reading of readings) {
    const scale = reading === 0 ? 0 : value / reading
    const power = Math.log10(Math.abs(scale))
    if (scale !== 0 && Math.abs(power - Math.round(power)) < 1e-9)
      return { text, scale: Math.sign(scale) * 10 ** Math.round(power), decimals: decimalsOf(text, reading) }
  }
  return null
}

const WHOLE = 100
const NEARLY = 1e-9

/** How many digits of a number stand behind its decimal sign, as it was read. */
const decimalsOf = (text: string, reading: number): number => {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  if (last < 0) return 0
  return Number(text.replace(/[.,]/g, '')) === reading ? 0 : text.length - last - 1
}

/** Of a number that is `khoảng`, the last digit that says something may be off by this many. */
const ABOUT = 1
/** Or the whole by this part. */
const ABOUT_PART = 0.02

/** Other things are counted, not weighed, where there are few of them. */
const FEW = 1000

/** Things that are counted, so that their number is exact. */
const COUNTED: ReadonlySet<ReadObservation['unit']> = new Set(['organisation', 'person', 'class', 'project', 'product'])

/**
 * What a printed figure may stand for: `97,1 %` is anything from 97,05 to 97,15, `khoảng` widens that, `trên` opens it
 * upwards. A count is exact. A range is all that lies in it.
 */
export const intervalOf = (
  { value, min, max, comparator, unit, measure, per }: ReadObservation,
  printed: PrintedNumber | null,
): Interval => {
  const from = value ?? min ?? max ?? 0
  const to = value ?? max ?? min ?? 0
  const counted = COUNTED.has(unit) || (unit === 'other' && Math.abs(from) < FEW)
  const exact = counted && measure !== 'share' && per.length === 0 && (printed?.decimals ?? 0) === 0
  const step = printed === null ? 0 : Math.abs(printed.scale) * 10 ** -printed.decimals
  const half = exact ? 0 : step / 2
  switch (comparator) {
    case 'ge':
    case 'gt':
      return { low: from - half, high: Infinity }
    case 'le':
    case 'lt':
      return { low: -Infinity, high: to + half }
    case 'about': {
      const by = Math.max(half, ABOUT * lastPlace(from, step), Math.abs(to) * ABOUT_PART)
      return { low: from - by, high: to + by }
    }
    case 'eq':
      return { low: from - half, high: to + half }
  }
}

/** The worth of the last digit of a number that is not 0: 10 of `140`. */
const lastPlace = (value: number, step: number): number => {
  if (value === 0 || step === 0) return 0
  let place = step
  while (Math.abs(value) >= place * 10 && Math.abs(Math.round(value / place) % 10) === 0) place *= 10
  return place
}
