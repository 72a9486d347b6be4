import type { Span, Unit } from '../contract/index.ts'
import { hasTag } from '../rules/tags.ts'
import { type Amount, amountAt, type Counter, counterAt, type Lexed, times } from './amount.ts'
import { type ComparatorHit, comparatorAt, ofRange } from './comparator.ts'
import type { NumberConvention } from './parse-number.ts'
import { perAt } from './per-phrase.ts'
import { quantityTags } from './quantity-tags.ts'
import { makeTerm, type Quantity, type Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A quantity and the terms it takes: [from, to). The counter behind it stays a term of its own. */
interface Parsed {
  readonly quantities: readonly { readonly quantity: Quantity; readonly from: number; readonly to: number }[]
  /** Where the per-phrase (`/HTX/năm`) stands that closes it; it becomes one term, so that its nouns are no counters. */
  readonly per: { readonly from: number; readonly to: number }
}

/**
 * Makes one term of every number with its magnitude, range, unit sign and per-phrase. Counters (`hợp tác xã`) stay terms of
 * their own, so that patterns see them; the quantity knows what they count.
 */
export const readQuantities = (
  terms: readonly Term[],
  text: string,
  v: Vocabulary,
  convention: NumberConvention,
): Term[] => {
  const lexed = { terms, text, v, convention }
  const result: Term[] = []
  for (let at = 0; at < terms.length; ) {
    const term = terms[at]
    if (!term) break
    const parsed = hasTag(term.tags, v.id.Number) && !hasTag(term.tags, v.id.NotStatistic) ? parse(lexed, at) : null
    if (!parsed) {
      result.push(term)
      at++
      continue
    }
    let next = at
    for (const { quantity, from, to } of parsed.quantities) {
      for (; next < from; next++) push(result, terms[next])
      result.push(quantityTerm(terms, from, to, quantity, v))
      next = to
    }
    const { per } = parsed
    for (; next < per.from; next++) push(result, terms[next])
    const opening = terms[per.from]
    const closing = terms[per.to - 1]
    if (per.from < per.to && opening && closing) result.push(makeTerm('', v.bits.Per, opening.start, closing.end))
    at = per.to
  }
  return result
}

const push = (result: Term[], term: Term | undefined) => {
  if (term) result.push(term)
}

const quantityTerm = (terms: readonly Term[], from: number, to: number, quantity: Quantity, v: Vocabulary): Term =>
  makeTerm('', quantityTags(quantity, v), terms[from]?.start ?? 0, terms[to - 1]?.end ?? 0, { quantity })

const parse = (lexed: Lexed, at: number): Parsed | null => {
  const first = amountAt(lexed, at)
  return first ? (rangeOf(lexed, at, first) ?? pairOf(lexed, at, first) ?? singleOf(lexed, at, first)) : null
}

const tagged = ({ terms }: Lexed, i: number, tag: number) => {
  const t = terms[i]
  return t !== undefined && hasTag(t.tags, tag)
}

/** `3,5-4`, `900 đến 1.030 triệu đồng`, `từ 4 triệu tới 5 triệu đồng`. */
const rangeOf = (lexed: Lexed, at: number, first: Amount): Parsed | null => {
  const { terms, v } = lexed
  const between = terms[first.to]?.key
  if (!tagged(lexed, first.to, v.id.Dash) && between !== 'den' && between !== 'toi') return null
  const upper = amountAt(lexed, first.to + 1)
  if (!upper || tagged(lexed, first.to + 1, v.id.NotStatistic)) return null
  if (upper.percent !== first.percent && first.percent) return null
  const scale = first.scale === 1 && !first.money ? upper.scale : first.scale
  const min = times(first.value, scale)
  const max = times(upper.value, upper.scale)
  if (min >= max) return null
  const tail = finish(lexed, upper)
  const comparator = ofRange(comparatorAt(terms, at, tail.to, v))
  const quantity: Quantity = {
    scale,
    value: null,
    min,
    max,
    alternative: null,
    comparator: comparator.value,
    words: wordsOf(terms, tail.unitWords, tail.perPlace, comparator),
    pair: null,
    ...tail.quantity,
  }
  return { quantities: [{ quantity, from: at, to: upper.to }], per: tail.perPlace }
}

/** `22/30 HTX`, `50,6/150 triệu đồng`: two numbers of one unit. */
const pairOf = (lexed: Lexed, at: number, first: Amount): Parsed | null => {
  const { terms, v } = lexed
  const firstCounter = counterAt(lexed, first.to)
  const slash = firstCounter.to
  const second = tagged(lexed, slash, v.id.Slash) ? amountAt(lexed, slash + 1) : null
  if (!second) return null
  const tail = finish(lexed, second)
  const firstUnit: Unit | null = first.money ? 'VND' : first.percent ? 'percent' : firstCounter.unit
  if (firstUnit !== null && tail.quantity.unit !== null && firstUnit !== tail.quantity.unit) return null
  const scale = first.scale === 1 && !first.money ? second.scale : first.scale
  const comparator = comparatorAt(terms, at, at, v)
  const unitWords = tail.unitWords ?? unitWordsOf(terms, first, firstCounter)
  const shared = {
    scale,
    min: null,
    max: null,
    alternative: null,
    per: tail.quantity.per,
    unit: tail.quantity.unit ?? firstUnit,
    counter: tail.quantity.counter ?? firstCounter.text,
    subject: tail.quantity.subject ?? firstCounter.subject,
  }
  const one: Quantity = {
    value: times(first.value, scale),
    comparator: comparator.value,
    words: wordsOf(terms, unitWords, tail.perPlace, comparator),
    pair: 'first',
    ...shared,
  }
  const two: Quantity = {
    value: times(second.value, second.scale),
    comparator: 'eq',
    words: { ...one.words, comparator: null },
    pair: 'second',
    ...shared,
  }
  return {
    quantities: [
      { quantity: one, from: at, to: first.to },
      { quantity: two, from: slash + 1, to: second.to },
    ],
    per: tail.perPlace,
  }
}

const singleOf = (lexed: Lexed, at: number, first: Amount): Parsed => {
  const { terms, v } = lexed
  const raised = raisedTo(lexed, at, first)
  const tail = raised ? { perPlace: { from: first.to, to: first.to }, to: first.to, ...raised } : finish(lexed, first)
  const scale = raised && first.scale === 1 ? raised.scale : first.scale
  const comparator = comparatorAt(terms, at, tail.to, v)
  const quantity: Quantity = {
    scale,
    value: times(first.value, scale),
    min: null,
    max: null,
    alternative: first.alternative === null ? null : times(first.alternative, first.scale),
    comparator: comparator.value,
    words: wordsOf(terms, tail.unitWords, tail.perPlace, comparator),
    pair: null,
    ...tail.quantity,
  }
  return { quantities: [{ quantity, from: at, to: first.to }], per: tail.perPlace }
}

/** `từ 412 lên 655 triệu đồng/HTX`, `từ 1.061 xuống 834 thành viên`: the first number has the unit of the second. */
const raisedTo = (
  lexed: Lexed,
  at: number,
  first: Amount,
): (Pick<ReturnType<typeof finish>, 'quantity' | 'unitWords'> & { readonly scale: number }) | null => {
  const { terms, v } = lexed
  if (first.money || first.percent || terms[at - 1]?.key !== 'tu') return null
  if (!tagged(lexed, first.to, v.id.RaiseTo)) return null
  const second = amountAt(lexed, first.to + 1)
  if (!second) return null
  const { quantity, unitWords } = finish(lexed, second)
  return quantity.unit === null ? null : { quantity, unitWords, scale: second.scale }
}

/** The words from one term up to another, as a span of the content; null where there are none. */
const spanOf = (terms: readonly Term[], from: number, to: number): Span | null => {
  const first = terms[from]
  const last = terms[to - 1]
  return first && last && from < to ? { start: first.start, end: last.end } : null
}

const wordsOf = (
  terms: readonly Term[],
  unit: Span | null,
  per: { readonly from: number; readonly to: number },
  { at }: ComparatorHit,
): Quantity['words'] => ({
  unit,
  per: spanOf(terms, per.from, per.to),
  comparator: at === null ? null : spanOf(terms, at, at + 1),
})

/** The words that name the unit: the magnitude and sign behind the digits, or the counter. */
const unitWordsOf = (terms: readonly Term[], amount: Amount, counter: Pick<Counter, 'unit' | 'to'>): Span | null => {
  if (amount.money || amount.percent) return spanOf(terms, amount.from + 1, amount.to)
  return counter.unit === null ? null : spanOf(terms, counter.to - 1, counter.to)
}

/** Unit, counter and per-phrase behind an amount. */
const finish = (lexed: Lexed, amount: Amount) => {
  const counter =
    amount.money || amount.percent
      ? { unit: null, subject: null, text: null, to: amount.to }
      : counterAt(lexed, amount.to)
  const unit: Unit | null = amount.money ? 'VND' : amount.percent ? 'percent' : counter.unit
  const { per, subject, to } = perAt(lexed.terms, counter.to, lexed.v)
  const perPlace = per.length > 0 ? { from: counter.to, to } : { from: counter.to, to: counter.to }
  return {
    quantity: { unit, counter: counter.text, subject: counter.subject ?? subject, per },
    unitWords: unitWordsOf(lexed.terms, amount, counter),
    to: perPlace.to,
    perPlace,
  }
}
