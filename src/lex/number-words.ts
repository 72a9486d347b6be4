import { hasTag, type TagBits, union } from '../rules/tags.ts'
import { makeTerm, type Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}

/** Words after which even `một` and `năm` count something: `có một HTX`, `và năm tổ hợp tác`. */
const COUNTING = new Set([
  'có',
  'còn',
  'thêm',
  'mới',
  'là',
  'gồm',
  'và',
  'được',
  'cử',
  'mở',
  'đó',
  'với',
  'lập',
  'hơn',
  'trong',
])

/** Words that end a number below a hundred and cannot stand for one alone. */
const NEVER_ALONE = new Set(['mốt', 'tư', 'lăm', 'nhăm', 'không'])

interface Spelled {
  readonly value: number
  /** How many words it takes. */
  readonly length: number
}

/**
 * A number written in words, `at` its first word: `hai`, `mười lăm`, `hai mươi mốt`, `một trăm linh năm`, `ba chục`. Null
 * where the words make no number.
 */
export const spelledNumber = (words: readonly string[], at: number): Spelled | null => {
  const word = (i: number) => words[at + i]?.toLowerCase() ?? ''
  const digit = (i: number) => DIGITS[word(i)]
  let i = 0
  let value = 0
  const hundreds = digit(0)
  if (hundreds !== undefined && word(1) === 'trăm') {
    value = hundreds * 100
    i = 2
    if (word(i) === 'linh' || word(i) === 'lẻ') {
      const units = digit(i + 1)
      return units === undefined ? null : { value: value + units, length: i + 2 }
    }
    if (!['mười', ...Object.keys(DIGITS)].includes(word(i))) return { value, length: i }
  }
  if (word(i) === 'mười') {
    const units = digit(i + 1)
    return units === undefined ? { value: value + 10, length: i + 1 } : { value: value + 10 + units, length: i + 2 }
  }
  const first = digit(i)
  if (first === undefined) return i > 0 ? { value, length: i } : null
  if (word(i + 1) === 'mươi' || word(i + 1) === 'chục') {
    const units = digit(i + 2)
    return units === undefined
      ? { value: value + first * 10, length: i + 2 }
      : { value: value + first * 10 + units, length: i + 3 }
  }
  if (i > 0 || NEVER_ALONE.has(word(i))) return null
  return { value: first, length: 1 }
}

/**
 * Makes one number term of each number in words that counts something: a counter or a magnitude must follow, and the words
 * that mean other things as well (`một` each, `năm` year) need a counting word before them.
 */
export const joinNumberWords = (terms: readonly Term[], text: string, v: Vocabulary): readonly Term[] => {
  if (!terms.some(t => hasTag(t.tags, v.id.NumberWord))) return terms
  const words = terms.map(t => text.slice(t.start, t.end))
  const joined: Term[] = []
  for (let at = 0; at < terms.length; ) {
    const term = terms[at]
    if (!term) break
    const spelled = hasTag(term.tags, v.id.NumberWord) ? spelledNumber(words, at) : null
    const last = spelled ? terms[at + spelled.length - 1] : undefined
    const next = spelled ? terms[at + spelled.length] : undefined
    if (!spelled || !last || !counts(next, spelled.value, words[at - 1], words[at] ?? '', v)) {
      joined.push(term)
      at++
      continue
    }
    const tags: TagBits = union(v.bits.Number, v.bits.Spelled)
    joined.push(makeTerm(String(spelled.value), tags, term.start, last.end, { spelled: spelled.value }))
    at += spelled.length
  }
  return joined
}

const counts = (
  next: Term | undefined,
  value: number,
  before: string | undefined,
  word: string,
  v: Vocabulary,
): boolean => {
  if (!next) return false
  const counter = next.entry?.counts !== undefined || hasTag(next.tags, v.id.Magnitude)
  if (!counter) return false
  const ambiguous = value === 1 || word.toLowerCase() === 'năm'
  return !ambiguous || COUNTING.has((before ?? '').toLowerCase())
}
