import { confusionDistance } from '../words/confusion.ts'
import { confusionRules } from '../words/confusion-rules.ts'
import { MOST, numberOf, romanOf } from './roman.ts'

/** What stands where a heading has its Roman numeral. */
export interface NumeralLabel {
  /** UTF-16 offsets, the stop behind it included. */
  readonly start: number
  readonly end: number
  /** What it stands for as it was read; null where it is no numeral. */
  readonly value: number | null
  /** What it may stand for, and how unlike the numeral it is. */
  readonly readings: readonly { readonly value: number; readonly cost: number }[]
}

/** Strokes that stand for others look like them. */
const LOOKS_LIKE = 0.2
/** Further from what was read no numeral is. */
const FARTHEST = 2

const { numerals } = confusionRules
const STROKES = new RegExp(`^[IVX${Object.keys(numerals).join('')}]{1,7}$`)

const LABEL = /^\s*(\S{1,7}?)(\s?[.,:;)/]|(?=\s))\s*(?=\p{L})/u
const CAPITALS = /^(?=\p{Lu}{2})[^\p{Ll}]{6,}$/u

/** A title in capitals, or after a stop any. What has digits needs both, lest a number be taken for a numeral. */
const isTitle = (title: string, stop: string): boolean =>
  CAPITALS.test(title) || (stop !== '' && /^\p{Lu}/u.test(title))

/** The label that a line begins with, where it may be the numeral of a heading; else null. */
export const numeralLabel = (text: string, start: number): NumeralLabel | null => {
  const match = LABEL.exec(text)
  if (match === null) return null
  const [whole, label = '', stop = ''] = match
  const title = text.slice(whole.length)
  const bare = label.normalize('NFD').replace(/\p{M}/gu, '')
  if (!STROKES.test(bare)) return null
  if (/\d/.test(label) ? stop === '' || !CAPITALS.test(title) : !isTitle(title, stop)) return null
  const from = start + text.indexOf(label)
  return {
    start: from,
    end: from + label.length + stop.length,
    value: numberOf(label),
    readings: readingsOf(label, bare),
  }
}

function readingsOf(label: string, bare: string): NumeralLabel['readings'] {
  const strokes = [...bare].map(letter => numerals[letter] ?? letter).join('')
  const unlike = strokes === label ? 0 : LOOKS_LIKE
  return Array.from({ length: MOST }, (_, i) => i + 1).flatMap(value => {
    const cost = unlike + confusionDistance(strokes, romanOf(value))
    return cost <= FARTHEST ? [{ value, cost }] : []
  })
}
