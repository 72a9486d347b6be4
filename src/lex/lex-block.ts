import type { NumeralClass, Reference } from '../contract/index.ts'
import { isDamaged } from '../repair/damage.ts'
import { fold } from '../repair/fold.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import { matchAt } from '../rules/match.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag, type TagBits, union } from '../rules/tags.ts'
import { learnAbbreviations } from './abbreviations.ts'
import { markBaselines } from './baselines.ts'
import { findDates } from './dates.ts'
import { withDigits } from './digits.ts'
import type { Lexicon } from './lexicon.ts'
import { joinNumberWords } from './number-words.ts'
import { inferConvention, type NumberConvention } from './parse-number.ts'
import { readPeriods } from './periods.ts'
import { readQuantities } from './quantity.ts'
import { joinSpacedThousands } from './spaced-thousands.ts'
import type { Term } from './term.ts'
import { type Token, tokenise } from './tokenise.ts'
import type { LexerTag, Vocabulary } from './vocabulary.ts'

/** A number that is no statistic, and what it is instead; offsets into the block's content. */
export interface SetAside {
  readonly start: number
  readonly end: number
  readonly class: NumeralClass
  readonly rule: string
  /** The pattern that took it, as written. */
  readonly pattern: string
}

/** How a whole text is written, as far as its words and numbers depend on it. */
export interface Writing {
  readonly convention: NumberConvention
  /** Marks were lost throughout, as by a poor scan. */
  readonly damaged: boolean
  /** The names that the text itself gives to what it speaks of. */
  readonly names: Lexicon | null
}

export const writingOf = (text: string, rules: RuleSet): Writing => ({
  convention: inferConvention(text),
  damaged: isDamaged(text),
  names: learnAbbreviations(text, rules),
})

export interface LexedBlock {
  readonly terms: readonly Term[]
  readonly setAside: readonly SetAside[]
}

const SIGNS: Readonly<Record<string, readonly LexerTag[]>> = {
  ',': ['Comma', 'Break'],
  ';': ['Semicolon', 'Break'],
  ':': ['Colon', 'Break'],
  '.': ['Stop', 'Break'],
  '?': ['Stop', 'Break'],
  '!': ['Stop', 'Break'],
  '(': ['Open', 'Break'],
  '[': ['Open', 'Break'],
  ')': ['Close', 'Break'],
  ']': ['Close', 'Break'],
  '/': ['Slash'],
  '-': ['Dash'],
  '÷': ['Dash'],
  '+': ['Plus'],
  '%': ['Percent'],
  '"': ['Quote'],
  '“': ['Quote'],
  '”': ['Quote'],
  '\t': ['Break'],
}

/**
 * Turns the content of a block into terms: words of the lexicon, references, periods and quantities.
 * @param references documents named in the block, with spans in the text as read
 */
export const lexBlock = (
  content: MappedText,
  references: readonly Reference[],
  rules: RuleSet,
  writing: Writing,
): LexedBlock => {
  const { text } = content
  const v = rules.vocabulary
  const plain = toTerms(content, references, rules, writing)
  const timed = joinNumberWords(joinSpacedThousands(readPeriods(plain, rules.periods, v.bits.Time), text, v), text, v)
  const setAside: SetAside[] = []
  const sifted = timed.map((term, at) => {
    if (!hasTag(term.tags, v.id.Number)) return term
    const rule = rules.notStatistics.find(r => matchAt(r.pattern, timed, at, 0, timed.length))
    if (!rule) return term
    setAside.push({ start: term.start, end: term.end, class: rule.class, rule: rule.id, pattern: rule.pattern.source })
    return { ...term, tags: union(term.tags, v.bits.NotStatistic) }
  })
  return { terms: markBaselines(readQuantities(sifted, text, v, writing.convention), rules), setAside }
}

const toTerms = (
  content: MappedText,
  references: readonly Reference[],
  rules: RuleSet,
  { damaged, names }: Writing,
): Term[] => {
  const { text } = content
  const v = rules.vocabulary
  const tokens = tokenise(text)
  const raw = tokens.map(t => text.slice(t.start, t.end))
  const keys = raw.map((w, i) => (tokens[i]?.kind === 'word' ? fold(w) : w))
  const claims = claimsOf(content, references, v)
  const terms: Term[] = []
  let claim = 0
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (!token) break
    while ((claims[claim]?.end ?? Infinity) <= token.start) claim++
    const claimed = claims[claim]
    if (claimed && claimed.start <= token.start) {
      let to = at
      while ((tokens[to]?.start ?? Infinity) < claimed.end) to++
      terms.push({ ...claimed.term, start: token.start, end: tokens[to - 1]?.end ?? token.end })
      at = to
      continue
    }
    const given = names?.longest(keys, raw, at) ?? null
    const common = token.kind === 'number' ? null : rules.lexicon.longest(keys, raw, at, damaged)
    const longest = given && given.length >= (common?.length ?? 0) ? given : common
    const hit = longest?.length === 1 && goesOnWithName(terms.at(-1), raw, at, v) ? null : longest
    if (hit) {
      const last = tokens[at + hit.length - 1] ?? token
      const word = keys.slice(at, at + hit.length).join(' ')
      const tags = isNameStart(raw, at) ? union(hit.tags, v.bits.Capital) : hit.tags
      terms.push({ key: word, tags, start: token.start, end: last.end, entry: hit.entry })
      at += hit.length
    } else {
      terms.push({
        key: keys[at] ?? '',
        tags: plainTags(token, raw, at, v),
        start: token.start,
        end: token.end,
        entry: null,
      })
      at++
    }
  }
  return terms
}

const isYear = (w: string) => /^(19[5-9]\d|20[0-5]\d)$/.test(w)

const plainTags = (token: Token, raw: readonly string[], at: number, v: Vocabulary): TagBits => {
  const written = raw[at] ?? ''
  const word = token.kind === 'number' ? withDigits(written) : written
  if (token.kind === 'number') {
    if (isYear(word)) return union(v.bits.Number, v.bits.Year)
    if (!/^\d{1,2}$/.test(word)) return v.bits.Number
    const small = union(v.bits.Number, v.bits.Cardinal)
    return Number(word) >= 1 && Number(word) <= 12 ? union(small, v.bits.MonthNumber) : small
  }
  if (token.kind === 'word') return /^\p{Lu}/u.test(word) ? properName(raw, at, v) : v.bits.Plain
  const signs = SIGNS[word]
  return signs ? signs.map(s => v.bits[s]).reduce(union) : v.none
}

/** A capital followed by a small letter, not at the start of a sentence. */
const isNameStart = (raw: readonly string[], at: number): boolean =>
  at > 0 && /^\p{Lu}\p{Ll}/u.test(raw[at] ?? '') && !/^[.:;!?]$/.test(raw[at - 1] ?? '')

/** `Phú Lương`: a word of the lexicon that goes on with a name. */
const goesOnWithName = (last: Term | undefined, raw: readonly string[], at: number, v: Vocabulary): boolean =>
  last?.entry === null && hasTag(last.tags, v.id.Capital) && /^\p{Lu}\p{Ll}/u.test(raw[at] ?? '')

/** A capital letter inside a sentence makes a name. */
const properName = (raw: readonly string[], at: number, v: Vocabulary): TagBits =>
  at > 0 && !/[.:;!?]/.test(raw[at - 1] ?? '')
    ? union(v.bits.Capital, v.bits.ProperName)
    : union(v.bits.Capital, v.bits.Plain)

interface Claim {
  readonly start: number
  readonly end: number
  readonly term: Pick<Term, 'key' | 'tags' | 'entry'> & Partial<Pick<Term, 'time'>>
}

/** Stretches that are one term whatever their words: references and dates; offsets into the content, in order. */
const claimsOf = (content: MappedText, references: readonly Reference[], v: Vocabulary): Claim[] => {
  if (!/\d/.test(content.text)) return []
  const claims: Claim[] = references.map(r => ({
    start: lowerBound(content.starts, r.start),
    end: lowerBound(content.starts, r.end),
    term: { key: '', tags: v.bits.Reference, entry: null },
  }))
  for (const d of findDates(content.text)) {
    if (claims.some(c => c.start < d.end && d.start < c.end)) continue
    const tags = d.exact === 'day' ? v.bits.Date : v.bits.MonthDate
    claims.push({ start: d.start, end: d.end, term: { key: '', tags, entry: null, time: d.time } })
  }
  return claims.sort((a, b) => a.start - b.start)
}

/** First index whose value is at least `wanted`. */
const lowerBound = (sorted: Int32Array, wanted: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
