import { z } from 'zod'
import { matchFrom } from '../rules/match.ts'
import { anyOpening, mayOpen, type Opening, openingOf } from '../rules/opening.ts'
import type { Pattern } from '../rules/pattern.ts'
import { includes, type TagBits, tagsOf } from '../rules/tags.ts'
import { makeTerm, type Term, type TimeExpression } from './term.ts'

/** What a period pattern means; the named groups of its match give the numbers. */
export const PeriodReading = z.enum([
  'months-to-date',
  'rest-of-year',
  'span',
  'years',
  'lasting',
  'span-end',
  'since',
  'to-date',
  'quarter',
  'quarters-to-date',
  'first-half',
  'second-half',
  'between',
  'as-of',
  'year',
  'same-period',
  'last-year',
  'this-year',
  'year-start',
  'now',
])
export type PeriodReading = z.infer<typeof PeriodReading>

export const PeriodRule = z.strictObject({
  reads: PeriodReading,
  match: z.string(),
  /** The first term is context only and stays as it is. */
  keepFirst: z.boolean().default(false),
  /** The last term is context only. */
  keepLast: z.boolean().default(false),
  examples: z.array(z.string()).min(1),
  /** Phrases that name no period. */
  counterExamples: z.array(z.string()).default([]),
})

export interface CompiledPeriodRule {
  readonly reads: PeriodReading
  readonly pattern: Pattern
  readonly opening: Opening
  readonly keepFirst: boolean
  readonly keepLast: boolean
}

export interface PeriodRules {
  readonly rules: readonly CompiledPeriodRule[]
  /** What every period begins with: hardly any word does. */
  readonly opening: Opening
}

/** Makes the rules ready to be tried, the earliest first. */
export const periodRulesOf = (rules: readonly Omit<CompiledPeriodRule, 'opening'>[]): PeriodRules => {
  const ready = rules.map(r => ({ ...r, opening: openingOf(r.pattern.elements, 1) }))
  return { rules: ready, opening: anyOpening(ready.map(r => r.opening)) }
}

type Groups = Readonly<Record<string, number>>

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** What each reading makes of its match; null where the numbers make no sense (a 14th month). */
const READ: Record<PeriodReading, (terms: readonly Term[], groups: Groups) => TimeExpression | null> = {
  'months-to-date': (terms, g) => months(number(terms, g.months), yearOf(terms, g), 'first'),
  'rest-of-year': (terms, g) => months(number(terms, g.months), yearOf(terms, g), 'last'),
  span: (terms, g) => {
    const from = number(terms, g.from) ?? 0
    const to = number(terms, g.to) ?? 0
    return from < to ? { kind: 'span', from, to } : null
  },
  years: (terms, g) => {
    const years = [g.first, g.second, g.third, g.fourth].flatMap(at => number(terms, at) ?? [])
    const ascending = years.every((year, i) => i === 0 || year > (years[i - 1] ?? year))
    return ascending && years.length > 1 ? { kind: 'years', years } : null
  },
  lasting: (terms, g) => {
    const years = number(terms, g.count)
    return g.count === undefined || (years !== null && years > 1) ? { kind: 'lasting', years } : null
  },
  'span-end': () => ({ kind: 'span-end' }),
  since: (terms, g) => {
    const time = terms[g.date ?? -1]?.time
    const year = number(terms, g.year) ?? (time?.kind === 'day' || time?.kind === 'month' ? time.year : null)
    return year === null ? null : { kind: 'since', year }
  },
  'to-date': () => ({ kind: 'to-date' }),
  quarter: (terms, g) => {
    const from = quarterOf(terms, g.quarter)
    const to = g.last === undefined ? from : quarterOf(terms, g.last)
    return from <= to ? { kind: 'months', year: yearOf(terms, g), from: from * 3 - 2, to: to * 3 } : null
  },
  'quarters-to-date': (terms, g) => months((number(terms, g.quarters) ?? 0) * 3, yearOf(terms, g), 'first'),
  'first-half': (terms, g) => months(6, yearOf(terms, g), 'first'),
  'second-half': (terms, g) => months(6, yearOf(terms, g), 'last'),
  between: (terms, g) => {
    const from = terms[g.from ?? -1]?.time
    const to = terms[g.to ?? -1]?.time
    if (from?.kind !== 'day' || to?.kind !== 'day' || to.year === null || (from.year ?? to.year) !== to.year)
      return null
    return from.month <= to.month ? { kind: 'months', year: to.year, from: from.month, to: to.month } : null
  },
  'as-of': (terms, g) => {
    const date = terms[g.date ?? -1]?.time
    if (date) return date
    const month = number(terms, g.month)
    return month !== null && month >= 1 && month <= 12 ? { kind: 'month', year: yearOf(terms, g), month } : null
  },
  year: (terms, g) => ({ kind: 'year', year: yearOf(terms, g), offset: 0 }),
  'same-period': (terms, g) => ({ kind: 'same-period', year: yearOf(terms, g) }),
  'last-year': () => ({ kind: 'year', year: null, offset: -1 }),
  'this-year': () => ({ kind: 'year', year: null, offset: 0 }),
  'year-start': () => ({ kind: 'year', year: null, offset: -1 }),
  now: () => ({ kind: 'now' }),
}

const NUMBER_KEYS = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

const number = (terms: readonly Term[], at: number | undefined): number | null => {
  const term = at === undefined ? undefined : terms[at]
  if (!term) return null
  // scanners lose the marks of a number in words (`Sàu tháng đầu năm`)
  const value = term.entry?.number ?? (NUMBER_KEYS.indexOf(term.key) + 1 || Number(term.key))
  return Number.isFinite(value) ? value : null
}

const quarterOf = (terms: readonly Term[], at: number | undefined): number => {
  const key = terms[at ?? -1]?.key ?? ''
  return ROMAN[key] ?? Number(key)
}

const yearOf = (terms: readonly Term[], g: Groups) => number(terms, g.year)

const months = (n: number | null, year: number | null, which: 'first' | 'last'): TimeExpression | null => {
  if (n === null || n < 1 || n > 12) return null
  return which === 'first' ? { kind: 'months', year, from: 1, to: n } : { kind: 'months', year, from: 13 - n, to: 12 }
}

/** Replaces the terms of each period by one term with the tag of `time`, the earliest rule first. */
export const readPeriods = (terms: readonly Term[], { rules, opening }: PeriodRules, time: TagBits): Term[] => {
  const present = tagsOf(terms)
  const live = rules.filter(r => includes(present, r.pattern.required))
  const result: Term[] = []
  for (let at = 0; at < terms.length; ) {
    const first = terms[at]
    const hit = mayOpen(opening, first) ? firstHit(terms, at, live) : null
    if (hit) {
      const from = hit.keepFirst ? at + 1 : at
      if (hit.keepFirst && first) result.push(first)
      const opening = terms[from]
      const closing = terms[hit.to - 1]
      if (opening && closing) result.push(makeTerm('', time, opening.start, closing.end, { time: hit.time }))
      at = hit.to
    } else {
      if (first) result.push(first)
      at++
    }
  }
  return result
}

const firstHit = (terms: readonly Term[], at: number, rules: readonly CompiledPeriodRule[]) => {
  for (const rule of rules) {
    if (!mayOpen(rule.opening, terms[at])) continue
    const m = matchFrom(rule.pattern, terms, at, 0, terms.length)
    const time = m && m.to > at ? READ[rule.reads](terms, m.groups) : null
    if (m && time) return { to: rule.keepLast ? m.to - 1 : m.to, time, keepFirst: rule.keepFirst }
  }
  return null
}
