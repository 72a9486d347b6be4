import type { Comparator, Per, Subject, Unit } from '../contract/index.ts'
import { hasTag } from '../rules/tags.ts'
import { type NumberConvention, parseNumber } from './parse-number.ts'
import { quantityTags } from './quantity-tags.ts'
import { makeTerm, type Quantity, type Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The plain reading of one number with the magnitude behind it. */
interface Amount {
  readonly value: number
  readonly alternative: number | null
  readonly scale: number
  readonly money: boolean
  readonly percent: boolean
  /** Index of the term after it. */
  readonly to: number
}

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
  const result: Term[] = []
  for (let at = 0; at < terms.length; ) {
    const term = terms[at]
    if (!term) break
    const parsed =
      hasTag(term.tags, v.id.Number) && !hasTag(term.tags, v.id.NotStatistic)
        ? parse(terms, at, text, v, convention)
        : null
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

const amountAt = (
  terms: readonly Term[],
  at: number,
  text: string,
  v: Vocabulary,
  convention: NumberConvention,
): Amount | null => {
  const term = terms[at]
  if (!term || !hasTag(term.tags, v.id.Number)) return null
  const reading =
    term.spelled !== undefined
      ? { value: term.spelled, alternative: null }
      : parseNumber(text.slice(term.start, term.end).replaceAll('O', '0'), convention)
  if (!reading) return null
  let to = at + 1
  let scale = 1
  let money = false
  let percent = false
  const has = (i: number, tag: number) => {
    const t = terms[i]
    return t !== undefined && hasTag(t.tags, tag)
  }
  if (has(to, v.id.Magnitude)) {
    scale = terms[to]?.entry?.magnitude ?? 1
    const million = has(to, v.id.MillionWord)
    to++
    if (has(to, v.id.Stop) && has(to + 1, v.id.Currency)) to += 2
    else if (has(to, v.id.Currency)) to++
    else if (!million || terms[to]?.entry?.counts !== undefined) return { scale, money: false, percent, to, ...reading }
    money = true
  } else if (has(to, v.id.MoneyUnit)) {
    scale = terms[to]?.entry?.magnitude ?? 1
    money = true
    to++
  } else if (has(to, v.id.Currency)) {
    money = true
    to++
  } else if (has(to, v.id.Percent) || has(to, v.id.PercentWord) || has(to, v.id.PointWord)) {
    percent = true
    to++
  }
  return { scale, money, percent, to, ...reading }
}

const times = (n: number, scale: number) => Number((n * scale).toPrecision(15))

interface Counter {
  readonly unit: Unit | null
  readonly subject: Subject | null
  readonly text: string | null
  readonly to: number
}

/** The counting word right behind a number; unknown nouns are kept as text. */
const counterAt = (terms: readonly Term[], at: number, text: string): Counter => {
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

const parse = (
  terms: readonly Term[],
  at: number,
  text: string,
  v: Vocabulary,
  convention: NumberConvention,
): Parsed | null => {
  const first = amountAt(terms, at, text, v, convention)
  if (!first) return null
  const tag = (i: number, id: number) => {
    const t = terms[i]
    return t !== undefined && hasTag(t.tags, id)
  }
  const is = (i: number, key: string) => terms[i]?.key === key

  const joins =
    tag(first.to, v.id.Dash) ||
    (is(first.to, 'den') && (is(at - 1, 'tu') || tag(at - 1, v.id.About) || tag(at - 1, v.id.AtLeast)))
  const upper = joins ? amountAt(terms, first.to + 1, text, v, convention) : null
  if (upper && !(upper.percent !== first.percent && first.percent)) {
    const scale = first.scale === 1 && !first.money ? upper.scale : first.scale
    const min = times(first.value, scale)
    const max = times(upper.value, upper.scale)
    if (min < max) {
      const tail = finish(terms, upper, text, v)
      const quantity: Quantity = {
        scale,
        value: null,
        min,
        max,
        alternative: null,
        comparator: ofRange(comparatorOf(terms, at, tail.to, v)),
        pair: null,
        ...tail.quantity,
      }
      return { quantities: [{ quantity, from: at, to: upper.to }], per: tail.perPlace }
    }
  }

  const firstCounter = counterAt(terms, first.to, text)
  const slash = firstCounter.to
  const second = tag(slash, v.id.Slash) ? amountAt(terms, slash + 1, text, v, convention) : null
  if (second) {
    const tail = finish(terms, second, text, v)
    const firstUnit: Unit | null = first.money ? 'VND' : first.percent ? 'percent' : firstCounter.unit
    const same = firstUnit === null || tail.quantity.unit === null || firstUnit === tail.quantity.unit
    if (same) {
      const unit = tail.quantity.unit ?? firstUnit
      const scale = first.scale === 1 && !first.money ? second.scale : first.scale
      const shared = {
        scale,
        min: null,
        max: null,
        per: tail.quantity.per,
        unit,
        counter: tail.quantity.counter ?? firstCounter.text,
        subject: tail.quantity.subject ?? firstCounter.subject,
      }
      const one: Quantity = {
        value: times(first.value, scale),
        alternative: null,
        comparator: comparatorOf(terms, at, at, v),
        pair: 'first',
        ...shared,
      }
      const two: Quantity = {
        value: times(second.value, second.scale),
        alternative: null,
        comparator: 'eq',
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
  }

  const raised = raisedTo(terms, at, first, text, v, convention)
  const tail = raised
    ? { perPlace: { from: first.to, to: first.to }, to: first.to, ...raised }
    : finish(terms, first, text, v)
  const scale = raised && first.scale === 1 ? raised.scale : first.scale
  const quantity: Quantity = {
    scale,
    value: times(first.value, scale),
    min: null,
    max: null,
    alternative: first.alternative === null ? null : times(first.alternative, first.scale),
    comparator: comparatorOf(terms, at, tail.to, v),
    pair: null,
    ...tail.quantity,
  }
  return { quantities: [{ quantity, from: at, to: first.to }], per: tail.perPlace }
}

/** `từ 412 lên 655 triệu đồng/HTX`: the first number has the magnitude, unit and per-phrase of the second. */
const raisedTo = (
  terms: readonly Term[],
  at: number,
  first: Amount,
  text: string,
  v: Vocabulary,
  convention: NumberConvention,
): { readonly quantity: ReturnType<typeof finish>['quantity']; readonly scale: number } | null => {
  const raise = terms[first.to]
  if (first.money || first.percent || terms[at - 1]?.key !== 'tu' || !raise || !hasTag(raise.tags, v.id.RaiseTo))
    return null
  const second = amountAt(terms, first.to + 1, text, v, convention)
  return second?.money ? { quantity: finish(terms, second, text, v).quantity, scale: second.scale } : null
}

/** Unit, counter and per-phrase behind an amount. */
const finish = (terms: readonly Term[], amount: Amount, text: string, v: Vocabulary) => {
  const counter =
    amount.money || amount.percent
      ? { unit: null, subject: null, text: null, to: amount.to }
      : counterAt(terms, amount.to, text)
  const unit: Unit | null = amount.money ? 'VND' : amount.percent ? 'percent' : counter.unit
  const { per, subject, to } = perAt(terms, counter.to, v)
  const perPlace = per.length > 0 ? { from: counter.to, to } : { from: counter.to, to: counter.to }
  return {
    quantity: { unit, counter: counter.text, subject: counter.subject ?? subject, per },
    to: perPlace.to,
    perPlace,
  }
}

const PER_OF: Partial<Record<Unit, Per>> = { organisation: 'organisation', person: 'person' }

const perOf = (term: Term | undefined): Per | null => {
  if (!term?.entry) return null
  return term.entry.per ?? (term.entry.counts ? (PER_OF[term.entry.counts] ?? null) : null)
}

/** `/HTX/năm`, `/người/tháng`, `một HTX`. */
const perAt = (
  terms: readonly Term[],
  from: number,
  v: Vocabulary,
): { per: Per[]; subject: Subject | null; to: number } => {
  const per: Per[] = []
  let subject: Subject | null = null
  let at = from
  for (;;) {
    const term = terms[at]
    if (!term || !(hasTag(term.tags, v.id.Slash) || (at === from && (term.key === 'mot' || term.key === 'moi')))) break
    const noun = perOf(terms[at + 1])
    if (!noun || per.includes(noun)) break
    per.push(noun)
    if (noun === 'organisation') subject = terms[at + 1]?.entry?.subject ?? null
    at += 2
  }
  return { per, subject, to: at }
}

/** `đạt từ 4,5 - 7` opens the range, it does not bound it. */
const ofRange = (c: Comparator): Comparator => (c === 'ge' ? 'eq' : c)

/** How far behind a number `trở lên` may stand. */
const AFTER_REACH = 6

const comparatorOf = (terms: readonly Term[], at: number, after: number, v: Vocabulary): Comparator => {
  for (let i = after; i < Math.min(terms.length, after + AFTER_REACH); i++) {
    const term = terms[i]
    if (!term || hasTag(term.tags, v.id.Break) || hasTag(term.tags, v.id.Number)) break
    if (hasTag(term.tags, v.id.ComparatorAfter)) return term.entry?.comparator ?? 'ge'
  }
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const term = terms[i]
    if (!term) break
    if (hasTag(term.tags, v.id.Comparator)) return term.entry?.comparator ?? 'eq'
    if (term.key !== 'tu' && term.key !== 'la' && term.key !== 'den') break
  }
  return 'eq'
}
