import type { Quantity, Term } from '../lex/term.ts'
import type { Vocabulary } from '../lex/vocabulary.ts'
import { hasTag } from '../rules/tags.ts'

/** A quantity in its sentence, with the words that are its own. All numbers are term indices; ranges exclude their end. */
export interface Figure {
  readonly at: number
  readonly quantity: Quantity
  /** The other number of a `done/plan` or `part/whole` pair. */
  readonly second: { readonly at: number; readonly quantity: Quantity } | null
  /** The figure's own words. */
  readonly low: number
  readonly high: number
  readonly sentence: { readonly from: number; readonly to: number }
  /** Index of the bracket that holds the figure, or -1. */
  readonly bracket: number
  /** Where the words since the last figure begin, out of any bracket. */
  readonly outerLow: number
}

/**
 * Indices of the figure's own words before it, nearest first. Brackets that closed before the figure are stepped over: what
 * they say holds inside only.
 */
export function* wordsBefore(
  terms: readonly Term[],
  figure: Figure,
  v: Vocabulary,
  from = figure.low,
): Generator<number> {
  let depth = 0
  for (let i = figure.at - 1; i >= from; i--) {
    const term = terms[i]
    if (!term) continue
    if (hasTag(term.tags, v.id.Close)) depth++
    else if (hasTag(term.tags, v.id.Open)) depth = Math.max(0, depth - 1)
    else if (depth === 0) yield i
  }
}

interface Clause {
  readonly from: number
  readonly to: number
  readonly sentence: { readonly from: number; readonly to: number }
}

/** Cuts a block's terms into sentences, and these at semicolons. Brackets are never cut. */
const clausesOf = (terms: readonly Term[], v: Vocabulary): Clause[] => {
  const sentences = cut(terms, 0, terms.length, i => {
    const term = terms[i]
    const next = terms[i + 1]
    if (!term || !hasTag(term.tags, v.id.Stop)) return false
    // an abbreviation's dot (`TP.`, `tr.đ`) has its next word glued on
    return next === undefined || next.start > term.end
  })
  return sentences.flatMap(sentence => {
    const semicolon = (i: number) => {
      const term = terms[i]
      return term !== undefined && hasTag(term.tags, v.id.Semicolon)
    }
    return cut(terms, sentence.from, sentence.to, semicolon).map(c => ({ sentence, ...c }))
  })
}

const cut = (
  terms: readonly Term[],
  from: number,
  to: number,
  ends: (i: number) => boolean,
): { from: number; to: number }[] => {
  const pieces: { from: number; to: number }[] = []
  let start = from
  for (let i = from; i < to; i++) {
    if (ends(i)) {
      pieces.push({ from: start, to: i + 1 })
      start = i + 1
    }
  }
  if (start < to || terms.length === 0) pieces.push({ from: start, to })
  return pieces
}

/** For each term the index of the innermost open bracket, or -1. An unclosed bracket ends with the sentence. */
const bracketsOf = (terms: readonly Term[], v: Vocabulary): number[] => {
  const open: number[] = []
  return terms.map((term, i) => {
    if (hasTag(term.tags, v.id.Close)) open.pop()
    const inside = open.at(-1) ?? -1
    if (hasTag(term.tags, v.id.Open)) open.push(i)
    return inside
  })
}

/** All figures of a block in reading order; the second number of a pair goes with the first. */
export const findFigures = (terms: readonly Term[], v: Vocabulary): Figure[] => {
  if (!terms.some(t => t.quantity)) return []
  const brackets = bracketsOf(terms, v)
  return clausesOf(terms, v).flatMap(clause => figuresOf(terms, clause, brackets, v))
}

const figuresOf = (terms: readonly Term[], clause: Clause, brackets: readonly number[], v: Vocabulary): Figure[] => {
  const heads: { at: number; quantity: Quantity; second: Figure['second'] }[] = []
  for (let at = clause.from; at < clause.to; at++) {
    const quantity = terms[at]?.quantity
    if (!quantity) continue
    const last = heads.at(-1)
    if (quantity.pair === 'second' && last) last.second = { at, quantity }
    else heads.push({ at, quantity, second: null })
  }
  const borders: { end: number; begin: number }[] = []
  for (const [i, head] of heads.slice(1).entries()) {
    const from = afterFigure(heads[i]) ?? head.at
    const own = border(terms, from, head.at, brackets, v)
    // `Vốn điều lệ của 05 hợp tác xã là 2 tỷ`: the count in the genitive parts nothing
    const parted = own.begin !== from || !isGenitive(terms, heads[i]?.at ?? -1, v)
    borders.push(parted ? own : { ...own, begin: borders[i - 1]?.begin ?? clause.from })
  }
  return heads.map((head, i) => ({
    // the first figure of a clause may look back over the whole clause, but not out of its bracket
    low: borders[i - 1]?.begin ?? Math.max(clause.from, (brackets[head.at] ?? -1) + 1),
    high: highest(terms, (head.second?.at ?? head.at) + 1, borders[i]?.end ?? clause.to, v),
    sentence: clause.sentence,
    bracket: brackets[head.at] ?? -1,
    outerLow: afterFigure(heads[i - 1]) ?? clause.from,
    ...head,
  }))
}

/** Words that make the count behind them say whose figure follows. */
const GENITIVE = new Set(['cua', 'tai', 'trong', 'o', 'cho'])
const WHOLE = new Set(['ca', 'cac', 'toan', 'toan bo', 'tong so'])

/** `của 35 HTX`, `của cả 05 HTX`: a count of organisations in the genitive. */
const isGenitive = (terms: readonly Term[], at: number, v: Vocabulary): boolean => {
  const count = terms[at]?.quantity
  if (count?.unit !== 'organisation' || count.pair !== null || hasTag(terms[at + 1]?.tags ?? v.none, v.id.Break))
    return false
  const before = terms[at - 1]?.key ?? ''
  return GENITIVE.has(before) || (WHOLE.has(before) && GENITIVE.has(terms[at - 2]?.key ?? ''))
}

const afterFigure = (head: { at: number; second: Figure['second'] } | undefined) =>
  head ? (head.second?.at ?? head.at) + 1 : null

/**
 * Where the words of one figure end and those of the next begin: at the first break between them, or at the next bracket.
 * Without a break the words between belong to both.
 */
const border = (
  terms: readonly Term[],
  from: number,
  right: number,
  brackets: readonly number[],
  v: Vocabulary,
): { end: number; begin: number } => {
  const tagged = (i: number, tag: number) => {
    const term = terms[i]
    return term !== undefined && hasTag(term.tags, tag)
  }
  if (brackets[from - 1] !== brackets[right]) {
    for (let i = right - 1; i >= from; i--) {
      if (tagged(i, v.id.Open)) return { end: i, begin: i + 1 }
      if (tagged(i, v.id.Close)) return { end: i, begin: i }
    }
  }
  for (let i = from; i < right; i++) if (tagged(i, v.id.Break) || joins(terms, i, right, v)) return { end: i, begin: i }
  // the next number itself is seen, so that a rule can tell that one follows
  return { end: right + 1, begin: from }
}

/** `25 HTX và 30 THT`, `thành lập mới 09 và giải thể 06 HTX`: an `và` before the next number or its verb ends the words of the last. */
const joins = (terms: readonly Term[], i: number, right: number, v: Vocabulary): boolean => {
  const next = terms[i + 1]
  const and = terms[i]?.key === 'va'
  if ((and || terms[i]?.key === '-') && next && hasTag(next.tags, v.id.FlowVerb)) return true
  if (!and) return false
  for (let k = i + 1; k < right; k++) {
    const term = terms[k]
    if (term && !hasTag(term.tags, v.id.Comparator)) return false
  }
  return true
}

/** A figure's own words behind it end with the next break. */
const highest = (terms: readonly Term[], from: number, limit: number, v: Vocabulary): number => {
  for (let i = from; i < limit; i++) {
    const term = terms[i]
    if (term && hasTag(term.tags, v.id.Break) && !hasTag(term.tags, v.id.Colon)) return i
  }
  return limit
}
