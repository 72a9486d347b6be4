import type { Subject, Unit } from '../contract/index.ts'
import { hasTag } from '../rules/tags.ts'
import { withDigits } from './digits.ts'
import { type NumberConvention, parseNumber } from './parse-number.ts'
import type { NumberReading, Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The plain reading of one number with the magnitude behind it. */
export interface Amount {
  readonly value: number
  readonly alternative: number | null
  readonly scale: number
  readonly money: boolean
  readonly percent: boolean
  /** Index of its digits, and of the term after it. */
  readonly from: number
  readonly to: number
}

export const times = (n: number, scale: number) => Number((n * scale).toPrecision(15))

/** Everything that the reading of quantities asks of its text. */
export interface Lexed {
  readonly terms: readonly Term[]
  readonly text: string
  readonly v: Vocabulary
  readonly convention: NumberConvention
}

const has = ({ terms }: Lexed, i: number, tag: number) => {
  const t = terms[i]
  return t !== undefined && hasTag(t.tags, tag)
}

/** The number at `at` with its magnitude, and whether it is money or a percentage. */
export const amountAt = (lexed: Lexed, at: number): Amount | null => {
  const { terms, v } = lexed
  const reading = numberAt(lexed, at)
  if (!reading) return null
  let to = at + 1
  if (has(lexed, to, v.id.Magnitude)) {
    const million = has(lexed, to, v.id.MillionWord)
    const whole = smallerParts(lexed, to, { scale: terms[to]?.entry?.magnitude ?? 1, ...reading })
    to = whole.to
    const amount = { value: whole.value, alternative: whole.alternative, scale: whole.scale, percent: false, from: at }
    if (has(lexed, to, v.id.Stop) && has(lexed, to + 1, v.id.Currency)) to += 2
    else if (has(lexed, to, v.id.Currency)) to++
    else if (!million || terms[to]?.entry?.counts !== undefined) return { money: false, to, ...amount }
    return { money: true, to, ...amount }
  }
  if (has(lexed, to, v.id.MoneyUnit))
    return { scale: terms[to]?.entry?.magnitude ?? 1, money: true, percent: false, from: at, to: to + 1, ...reading }
  if (has(lexed, to, v.id.Currency)) return { scale: 1, money: true, percent: false, from: at, to: to + 1, ...reading }
  const percent = [v.id.Percent, v.id.PercentWord, v.id.PointWord].some(tag => has(lexed, to, tag))
  return { scale: 1, money: false, percent, from: at, to: percent ? to + 1 : to, ...reading }
}

const numberAt = ({ terms, text, v, convention }: Lexed, at: number): NumberReading | null => {
  const term = terms[at]
  if (!term || !hasTag(term.tags, v.id.Number)) return null
  if (term.spelled !== undefined) return { value: term.spelled, alternative: null }
  return parseNumber(withDigits(text.slice(term.start, term.end)), convention)
}

/** How many smaller magnitudes may follow: `1 tỷ 200 triệu 500 nghìn`. */
const PARTS = 2

/** `2 tỷ 350 triệu`, `hai triệu năm trăm nghìn`, `một tỷ rưỡi`: what follows the first magnitude, at term `at`. */
const smallerParts = (lexed: Lexed, at: number, first: NumberReading & { scale: number }) => {
  const { terms, v } = lexed
  let { value, alternative } = first
  let to = at + 1
  let last = first.scale
  for (let n = 0; n < PARTS; n++) {
    const part = numberAt(lexed, to)
    const magnitude = has(lexed, to + 1, v.id.Magnitude) ? (terms[to + 1]?.entry?.magnitude ?? 1) : null
    if (!part || magnitude === null || magnitude >= last || times(part.value, magnitude) >= last) break
    value = times(value, 1) + times(part.value, magnitude) / first.scale
    alternative = null
    last = magnitude
    to += 2
  }
  if (terms[to]?.key === 'ruoi') {
    value += last / first.scale / 2
    to++
  }
  return { value: times(value, 1), alternative, scale: first.scale, to }
}

export interface Counter {
  readonly unit: Unit | null
  readonly subject: Subject | null
  readonly text: string | null
  readonly to: number
}

/** The counting word right behind a number; unknown nouns are kept as text. */
export const counterAt = ({ terms, text }: Lexed, at: number): Counter => {
  const term = terms[at]
  if (term?.entry?.counts !== undefined)
    return {
      unit: term.entry.counts,
      subject: term.entry.subject ?? null,
      text: text.slice(term.start, term.end),
      to: at + 1,
    }
  return { unit: null, subject: null, text: null, to: at }
}
