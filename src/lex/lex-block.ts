import type { NumeralClass, Reference } from '../contract/index.ts'
import { isDamaged } from '../repair/damage.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import { matchCandidate } from '../rules/candidates.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag, type TagBits, tagsOf, union } from '../rules/tags.ts'
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
import { makeTerm, type Term, type TimeExpression, withTags } from './term.ts'
import { type Token, tokenise } from './tokenise.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type Word, wordOf } from './word.ts'

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
  const candidates = rules.numberPatterns.notStatistics.among(tagsOf(timed))
  const sifted = timed.map((term, at) => {
    if (!hasTag(term.tags, v.id.Number)) return term
    const rule = candidates.find(c => matchCandidate(c, timed, at, 0, timed.length))?.rule
    if (!rule) return term
    setAside.push({ start: term.start, end: term.end, class: rule.class, rule: rule.id, pattern: rule.pattern.source })
    return withTags(term, union(term.tags, v.bits.NotStatistic))
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
  const tokens = tokenise(text)
  const words = tokens.map(token => wordOf(text, token))
  const claims = claimsOf(content, references, rules.vocabulary)
  const terms: Term[] = []
  let claim = 0
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    const word = words[at]
    if (!token || !word) break
    while ((claims[claim]?.end ?? Infinity) <= token.start) claim++
    const claimed = claims[claim]
    if (claimed && claimed.start <= token.start) {
      let to = at
      while ((tokens[to]?.start ?? Infinity) < claimed.end) to++
      terms.push(makeTerm('', claimed.tags, token.start, tokens[to - 1]?.end ?? token.end, { time: claimed.time }))
      at = to
      continue
    }
    const given = names?.longest(words, at) ?? null
    const common = token.kind === 'number' ? null : rules.lexicon.longest(words, at, damaged)
    const longest = given && given.length >= (common?.length ?? 0) ? given : common
    const hit = longest?.length === 1 && goesOnWithName(terms.at(-1), word, rules.vocabulary) ? null : longest
    if (hit) {
      const last = tokens[at + hit.length - 1] ?? token
      const tags = isNameStart(word, words[at - 1]) ? hit.nameTags : hit.tags
      terms.push(makeTerm(hit.key, tags, token.start, last.end, hit))
      at += hit.length
    } else {
      const tags = plainTags(token, word, words[at - 1], rules.vocabulary)
      terms.push(makeTerm(word.key, tags, token.start, token.end))
      at++
    }
  }
  return terms
}

const isYear = (w: string) => /^(19[5-9]\d|20[0-5]\d)$/.test(w)

/** The tags of a token that the lexicon does not know; `before` is the token before it. */
const plainTags = (token: Token, { written, capital }: Word, before: Word | undefined, v: Vocabulary): TagBits => {
  if (token.kind === 'number') return numberTags(withDigits(written), v)
  if (token.kind === 'sign') return v.of.sign.get(written) ?? v.none
  if (!capital) return v.bits.Plain
  // a capital letter inside a sentence makes a name
  return before && !before.stops ? v.of.properName : v.of.firstCapital
}

const numberTags = (digits: string, v: Vocabulary): TagBits => {
  if (isYear(digits)) return v.of.year
  if (!/^\d{1,2}$/.test(digits)) return v.bits.Number
  return Number(digits) >= 1 && Number(digits) <= 12 ? v.of.monthNumber : v.of.cardinal
}

/** `Phú Lương`: a word of the lexicon that goes on with a name. */
const goesOnWithName = (last: Term | undefined, { capitalised }: Word, v: Vocabulary): boolean =>
  capitalised && last?.entry === null && hasTag(last.tags, v.id.Capital)

/** A capital followed by a small letter, not at the start of a sentence. */
const isNameStart = ({ capitalised }: Word, before: Word | undefined): boolean =>
  capitalised && before !== undefined && !(before.stops && before.written.length === 1)

interface Claim {
  readonly start: number
  readonly end: number
  readonly tags: TagBits
  readonly time?: TimeExpression
}

/** Stretches that are one term whatever their words: references and dates; offsets into the content, in order. */
const claimsOf = (content: MappedText, references: readonly Reference[], v: Vocabulary): Claim[] => {
  if (!/\d/.test(content.text)) return []
  const claims: Claim[] = references.map(r => ({
    start: lowerBound(content.starts, r.start),
    end: lowerBound(content.starts, r.end),
    tags: v.bits.Reference,
  }))
  // both come in order, so that one pass tells the dates that stand in a reference
  let at = 0
  for (const { start, end, exact, time } of findDates(content.text)) {
    while ((claims[at]?.end ?? Infinity) <= start) at++
    if ((claims[at]?.start ?? Infinity) < end) continue
    claims.push({ start, end, tags: exact === 'day' ? v.bits.Date : v.bits.MonthDate, time })
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
