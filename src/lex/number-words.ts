import { hasTag, type TagBits, union } from '../rules/tags.ts'
import { spelledNumber } from './spelled-number.ts'
import { makeTerm, type Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Last syllables after which even `một` and `năm` count something: `có một HTX`, `thành lập mới một tổ`, `và năm tổ`. */
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
  'tăng',
  'giảm',
  'thể',
])

/** After these `năm` counts, but `một` is an article: `trong năm nhà màng`, `trong một tổ`. */
const COUNTING_FIVE = new Set(['trong', 'tại', 'cho', 'cùng'])

/** Signs and words between the two ends of a range. */
const RANGE = new Set(['den', 'toi', '-', '–'])

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
    const length = numberLength(terms, words, at, v)
    const spelled = length > 0 ? spelledNumber(words, at) : null
    const last = terms[at + length - 1]
    if (!spelled || !last) {
      joined.push(term)
      at++
      continue
    }
    const tags: TagBits = union(v.bits.Number, v.bits.Spelled)
    joined.push(makeTerm(String(spelled.value), tags, term.start, last.end, { spelled: spelled.value }))
    at += length
  }
  return joined
}

/** How many words the number at `at` takes, if it counts something; else 0. */
const numberLength = (terms: readonly Term[], words: readonly string[], at: number, v: Vocabulary): number => {
  const term = terms[at]
  if (!term || !hasTag(term.tags, v.id.NumberWord)) return 0
  const spelled = spelledNumber(words, at)
  if (!spelled) return 0
  const { length } = spelled
  const next = terms[at + length]
  if (!next) return 0
  const magnitude = hasTag(next.tags, v.id.Magnitude)
  if (RANGE.has(next.key) && startsRange(terms, words, at + length + 1, v)) return length
  if (!magnitude && next.entry?.counts === undefined) return 0
  const alone = length === 1 && !magnitude && (spelled.value === 1 || isYearWord(words[at]))
  return !alone || countsAfter(terms, words, at, v) ? length : 0
}

/** `ba đến năm HTX`: the upper end counts, so the lower one does. */
const startsRange = (terms: readonly Term[], words: readonly string[], at: number, v: Vocabulary): boolean => {
  const spelled = spelledNumber(words, at)
  const next = terms[at + (spelled?.length ?? 0)]
  return (
    spelled !== null && next !== undefined && (next.entry?.counts !== undefined || hasTag(next.tags, v.id.Magnitude))
  )
}

const isYearWord = (word: string | undefined) => word?.toLowerCase() === 'năm'

const countsAfter = (terms: readonly Term[], words: readonly string[], at: number, v: Vocabulary): boolean => {
  const before = terms[at - 1]
  const five = isYearWord(words[at])
  // `Năm hợp tác xã này …` opens a sentence: a year would name itself
  if (!before || hasTag(before.tags, v.id.Stop)) return five && terms[at + 1]?.entry?.counts === 'organisation'
  // `nhiều hơn năm 2020 một tổ`
  if (before.time) return terms.slice(Math.max(0, at - 3), at - 1).some(t => lastSyllable(t.key) === 'hon')
  if (RANGE.has(before.key)) return terms[at - 2] !== undefined && spelledNumber(words, at - 2) !== null
  const said = lastSyllable((words[at - 1] ?? '').toLowerCase())
  return COUNTING.has(said) || (five && COUNTING_FIVE.has(said))
}

const lastSyllable = (words: string) => words.slice(words.lastIndexOf(' ') + 1)
