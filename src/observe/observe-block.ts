import type { Measure, Reason, Sector, Unit } from '../contract/index.ts'
import type { Quantity, Term } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'
import type { CompiledIndicatorRule, RuleSet } from '../rules/rule-set.ts'
import type { Indicator } from '../rules/schema.ts'
import { hasTag } from '../rules/tags.ts'
import { confidenceOf } from './confidence.ts'
import { type Context, sectorIn } from './context.ts'
import type { DocumentTime } from './document-time.ts'
import type { Draft, Settled } from './draft.ts'
import { type Figure, findFigures } from './figure.ts'
import { type IndicatorHit, indicatorHits } from './indicator.ts'
import { type MeasureHit, measureOf } from './measure.ts'
import { type Carry, type Found, type When, whenOf, wordsOf } from './period.ts'
import { contextSector, contextSubject, ownSector, ownSubject } from './subject.ts'
import { periodOf } from './time.ts'

/** What a block is read against. */
export interface Reading {
  readonly content: MappedText
  readonly terms: readonly Term[]
  /** Lead-in and headings above, nearest first. */
  readonly above: readonly Context[]
  readonly document: DocumentTime
  readonly rules: RuleSet
}

interface Named {
  readonly indicator: Indicator | null
  readonly rule: CompiledIndicatorRule | null
  readonly reason: Reason
  readonly side: Settled['named']
  /** How far the words that named it were. */
  readonly distance: 'own' | 'lead' | 'context' | 'figure' | 'none'
}

/** How many of a heading's terms, nearest to the number, may name its indicator. */
const CONTEXT_REACH = 16

/** A label in front of a colon has at most this many terms. */
const LEAD_REACH = 12

/** Every statistic of one block of running text, in reading order. */
export const observeBlock = (reading: Reading): Draft[] => {
  const { terms, rules } = reading
  const figures = findFigures(terms, rules.vocabulary)
  const settled: Settled[] = []
  let carry: Carry | null = null
  for (const figure of figures) {
    const measure = sameAsBefore(reading, figure, settled) ?? measureOf(terms, figure, rules)
    const when = whenOf(reading.content, terms, figure, carry, reading.above, reading.document, rules)
    carry = when.carry
    const named = nameIndicator(reading, figure, settled)
    const head = headOf(figure, settled, measure, named)
    const level = head
      ? qualify(reading, figure, measure, head, when)
      : settle(reading, figure, measure, named, when, settled)
    settled.push(level)
    if (figure.second) settled.push(settleSecond(reading, figure, figure.second, level))
  }
  return settled.map(s => s.draft).sort((a, b) => a.start - b.start)
}

/** `giảm 1.350 người (5,2%)`, `tăng 312 người, tương ứng 7,9%`: the percentage says the change once more. */
const sameAsBefore = (reading: Reading, figure: Figure, settled: readonly Settled[]): MeasureHit | null => {
  const last = settled.at(-1)
  if (
    !last?.measure ||
    last.draft.measure !== 'change' ||
    last.quantity.unit === 'percent' ||
    figure.quantity.unit !== 'percent'
  )
    return null
  if (last.figure.sentence.from !== figure.sentence.from) return null
  const { terms, rules } = reading
  const before = terms[figure.at - 1]
  const again = rules.tags.id('Equals')
  const says =
    before &&
    (hasTag(before.tags, rules.vocabulary.id.Open) ||
      hasTag(before.tags, again) ||
      hasTag(before.tags, rules.tags.id('Respectively')))
  return says ? last.measure : null
}

/** The figure that a completion, share, change or multiple qualifies; null when its own words name an indicator. */
const headOf = (figure: Figure, settled: readonly Settled[], measure: MeasureHit, named: Named): Settled | null => {
  if (measure.rule.of !== 'figure') return null
  if (named.distance === 'own' && (named.rule?.rule.priority ?? 0) >= 30 && named.side === 'before') return null
  const candidates = settled.filter(
    s =>
      s.draft.measure === 'level' &&
      s.quantity.pair !== 'second' &&
      s.figure.sentence.from === figure.sentence.from &&
      reachable(s.figure, figure),
  )
  const inSentence = preferred(candidates, figure, measure)
  if (inSentence) return inSentence
  // "Doanh thu BQ: 820 tr.đ/HTX; TH/KH: 74,5%" and a bracket that opens a new sentence
  const last = settled.filter(s => s.draft.measure === 'level' && s.quantity.pair !== 'second').at(-1)
  return named.distance === 'none' || named.distance === 'context' ? (last ?? null) : null
}

/** A change goes with the figure of its own unit; a completion with what was reached, in the unit of a plan that is named. */
const preferred = (candidates: readonly Settled[], figure: Figure, measure: MeasureHit): Settled | undefined => {
  const unit = figure.quantity.unit
  if (unit !== 'percent' && unit !== 'times')
    return candidates.filter(c => c.draft.unit === unit).at(-1) ?? candidates.at(-1)
  if (measure.rule.measure !== 'plan_completion') return candidates.at(-1)
  const plan = candidates.find(c => c.draft.status === 'target')
  const reached = candidates.filter(c => c.draft.status !== 'target')
  const sameUnit = plan ? reached.filter(c => c.draft.unit === plan.draft.unit) : []
  return sameUnit.at(-1) ?? reached.at(-1) ?? candidates.at(-1)
}

/** A figure inside brackets can be qualified only from inside them. */
const reachable = (head: Figure, figure: Figure) => head.bracket === -1 || head.bracket === figure.bracket

const qualify = (reading: Reading, figure: Figure, hit: MeasureHit, head: Settled, when: When): Settled => {
  const { quantity } = figure
  // `đạt 94% kế hoạch năm 2019, dự kiến hết năm 2019 đạt 100%`: a qualifier may have a time of its own
  const own =
    when.period.from === 'clause' && figure.bracket === head.figure.bracket && hit.rule.measure === 'plan_completion'
  const { rule } = hit
  const d = head.draft
  const sign = rule.negative ? -1 : 1
  const draft: Draft = {
    ...place(reading, figure.at),
    ...amountOf(quantity, sign, rule.adds),
    subject: d.subject,
    indicator: d.indicator,
    sector: d.sector,
    measure: rule.measure,
    comparator: quantity.comparator,
    unit: quantity.unit ?? d.unit,
    per:
      quantity.unit === 'VND'
        ? quantity.per.length > 0
          ? [...quantity.per]
          : [...d.per]
        : quantity.per.filter(p => p === 'year'),
    period: own ? when.period.value : d.period,
    status: own ? when.status.value : d.status,
    label: d.label,
    qualifier: d.qualifier,
    because: {
      ...d.because,
      measure: { from: 'rule', rule: rule.id, ...span(reading, hit.from, hit.to) },
      indicator: { from: 'figure', ...numberOf(reading, d) },
    },
    confidence: confidenceOf({ distance: 'figure', priority: 60, doubtful: quantity.alternative !== null }),
  }
  return { figure, quantity, measure: hit, indicator: head.indicator, rule: head.rule, named: 'inherited', draft }
}

const place = (reading: Reading, at: number) => {
  const term = reading.terms[at]
  if (!term) throw new Error('a figure stands on no term')
  const number = /\d[\d.,\s]*(?:[-–]\s*\d[\d.,]*)?(?:\s*đến\s*\d[\d.,]*)?/u.exec(
    reading.content.text.slice(term.start, term.end),
  )
  const length = number ? number[0].trimEnd().replace(/[.,]+$/, '').length : term.end - term.start
  return { start: term.start, end: term.start + length }
}

/** The words from one term to another, as a span of the text as read. */
const span = (reading: Reading, from: number, to: number) =>
  sourceSpan(reading.content, reading.terms[from]?.start ?? 0, reading.terms[to - 1]?.end ?? 1)

/** Where the number of an earlier figure stands in the text as read. */
const numberOf = (reading: Reading, d: Draft) => sourceSpan(reading.content, d.start, d.end)

const amountOf = (q: Quantity, sign = 1, adds = 0): Pick<Draft, 'value' | 'min' | 'max'> => {
  if (q.value !== null) return { value: sign * q.value + adds }
  return {
    min: Math.min(sign * (q.min ?? 0), sign * (q.max ?? 0)),
    max: Math.max(sign * (q.min ?? 0), sign * (q.max ?? 0)),
  }
}

/** The terms before the first colon of the figure's sentence or block: the label of everything after it. */
const leadOf = (reading: Reading, figure: Figure): readonly Term[] => {
  const { terms, rules } = reading
  const colon = (from: number) => {
    for (let i = from; i < figure.low; i++) {
      const term = terms[i]
      if (!term) break
      if (hasTag(term.tags, rules.vocabulary.id.Colon)) return i
    }
    return -1
  }
  const inSentence = colon(figure.sentence.from)
  if (inSentence >= 0) return terms.slice(figure.sentence.from, inSentence)
  const inBlock = colon(0)
  return inBlock >= 0 ? terms.slice(0, inBlock) : []
}

const nameIndicator = (reading: Reading, figure: Figure, settled: readonly Settled[]): Named => {
  const { terms, rules, above } = reading
  const high = figure.high
  const before = terms.slice(figure.sentence.from, figure.low)
  const labelled = terms.slice(figure.low, figure.at).some(t => hasTag(t.tags, rules.vocabulary.id.Colon))
  const lead = labelled ? [] : leadOf(reading, figure)
  const surroundings = [before, ...above.map(c => c.terms)]
  const own = indicatorHits({ terms, at: figure.at, low: figure.low, high }, figure.quantity, surroundings, rules)
  const best = own[0]
  if (best && best.rule.rule.priority >= 10) return fromHit(reading, best, figure, 'own')

  const base = comparedQuantity(reading, figure, settled)
  if (base?.indicator)
    return {
      indicator: base.indicator,
      rule: base.rule,
      reason: { from: 'figure', ...numberOf(reading, base.draft) },
      side: 'inherited',
      distance: 'figure',
    }
  const borrowed = inherit(reading, figure, settled, best ?? null)
  if (borrowed) return borrowed

  const widened = widen(reading, figure, lead, 'lead', surroundings) ?? contexts(reading, figure, surroundings)
  if (widened && (!best || widened.score > 20)) return widened.named
  if (best) return fromHit(reading, best, figure, 'own')
  return { indicator: null, rule: null, reason: { from: 'default' }, side: 'inherited', distance: 'none' }
}

const fromHit = (reading: Reading, hit: IndicatorHit, figure: Figure, distance: Named['distance']): Named => ({
  indicator: hit.rule.indicator,
  rule: hit.rule,
  reason: { from: 'rule', rule: hit.rule.rule.id, ...span(reading, hit.from, hit.to) },
  side: hit.from < figure.at ? 'before' : 'after',
  distance,
})

/** A figure that only counts takes over what the figure before it was about. */
const inherit = (
  reading: Reading,
  figure: Figure,
  settled: readonly Settled[],
  weak: IndicatorHit | null,
): Named | null => {
  const last = settled.filter(s => s.draft.measure === 'level' && s.quantity.pair !== 'second').at(-1)
  if (!last?.indicator) return null
  const unit = figure.quantity.unit
  const sameUnit = unit === null || unit === last.draft.unit
  const sameSubject = !figure.quantity.subject || figure.quantity.subject === last.draft.subject
  const from: Named = {
    indicator: last.indicator,
    rule: last.rule,
    reason: { from: 'figure', ...numberOf(reading, last.draft) },
    side: 'inherited',
    distance: 'figure',
  }
  const list = reading.terms[figure.at - 1] ?? null
  const opensList =
    list !== null &&
    (hasTag(list.tags, reading.rules.tags.id('OfWhich')) ||
      (hasTag(list.tags, reading.rules.vocabulary.id.Colon) &&
        hasTag(reading.terms[figure.at - 2]?.tags ?? list.tags, reading.rules.tags.id('OfWhich'))))
  if (opensList && sameUnit && figure.quantity.unit !== 'percent') return { ...from, side: 'before' }
  const bracketed = figure.bracket > last.figure.at && last.figure.bracket !== figure.bracket
  if (bracketed && sameUnit && sameSubject) return from
  if (last.figure.bracket === figure.bracket && connectorsOnly(reading, figure) && sameUnit && last.named === 'before')
    return { ...from, side: 'before' }
  if (last.figure.bracket === figure.bracket && figure.bracket >= 0 && sameUnit && !weak) return from
  return null
}

/** Nothing but commas and `và` stands between the figure before and this one. */
const connectorsOnly = (reading: Reading, figure: Figure): boolean => {
  const { terms, rules } = reading
  for (let i = figure.low; i < figure.at; i++) {
    const term = terms[i]
    if (!term) return false
    const connects =
      hasTag(term.tags, rules.vocabulary.id.Comma) ||
      term.key === 'va' ||
      hasTag(term.tags, rules.tags.id('Equals')) ||
      hasTag(term.tags, rules.vocabulary.id.Comparator)
    if (!connects) return false
  }
  return figure.low < figure.at
}

interface Widened {
  readonly named: Named
  readonly score: number
}

/** Reads the figure's words as if the label stood right before them. */
const widen = (
  reading: Reading,
  figure: Figure,
  label: readonly Term[],
  distance: Named['distance'],
  surroundings: readonly (readonly Term[])[],
): Widened | null => {
  if (label.length === 0) return null
  const tail = label.slice(-CONTEXT_REACH)
  const own = reading.terms.slice(figure.low, figure.high)
  const terms = [...tail, ...own]
  const at = tail.length + figure.at - figure.low
  const hit = indicatorHits({ terms, at, low: 0, high: terms.length }, figure.quantity, surroundings, reading.rules)[0]
  if (!hit || hit.rule.rule.priority < 10) return null
  const reason: Reason = { from: distance === 'lead' ? 'sentence' : 'heading', rule: hit.rule.rule.id }
  return {
    named: { indicator: hit.rule.indicator, rule: hit.rule, reason, side: 'before', distance },
    score: hit.score,
  }
}

const contexts = (reading: Reading, figure: Figure, surroundings: readonly (readonly Term[])[]): Widened | null => {
  for (const c of reading.above.slice(0, 2)) {
    const widened = widen(reading, figure, c.terms, 'context', surroundings)
    if (widened) return widened
  }
  return null
}

const FALLBACK: Record<Unit, string> = {
  organisation: 'organisations_other',
  person: 'people_other',
  VND: 'money_other',
  percent: 'other',
  hectare: 'land_area',
  class: 'classes',
  project: 'projects',
  product: 'products',
  times: 'other',
  other: 'other',
}

const settle = (
  reading: Reading,
  figure: Figure,
  hit: MeasureHit,
  named: Named,
  when: When,
  settled: readonly Settled[],
): Settled => {
  const { terms, rules, above } = reading
  const q = figure.quantity
  const last = settled.at(-1)
  const implied = named.rule?.rule.subject
  const subject: Found<Draft['subject']> = (implied ? { value: implied, from: 'rule', words: null } : null) ??
    ownSubject(reading.content, terms, figure, rules) ??
    (named.distance === 'figure' && last ? { value: last.draft.subject, from: 'figure', words: null } : null) ??
    earlierSubject(settled) ??
    contextSubject(above) ?? { value: 'cooperative', from: 'default', words: null }
  const sector =
    ownSector(reading.content, terms, figure, rules) ??
    (named.distance === 'figure' && last?.draft.sector && last.figure.bracket !== figure.bracket
      ? { value: last.draft.sector, from: 'figure' as const, words: null }
      : null) ??
    leadSector(reading, figure) ??
    contextSector(above)
  const branch = sector?.value ?? (subject.value === 'credit_fund' ? 'credit' : null)
  const code = named.indicator?.code ?? (q.unit === null ? 'other' : FALLBACK[q.unit])
  const indicator = named.indicator ?? rules.indicators.get(code) ?? null
  const measure: Measure = hit.rule.measure
  const unit: Unit =
    named.rule?.rule.counted && q.unit === named.rule.rule.counted
      ? named.rule.indicator.unit
      : (q.unit ?? indicator?.unit ?? 'other')
  const baseline = baselineFigure(reading, figure)
  const planned = plannedFigure(reading, figure, settled)
  const per =
    measure === 'level'
      ? [...new Set([...q.per, ...(unit === 'VND' || unit === 'person' ? (indicator?.per ?? []) : [])])]
      : q.per.filter(p => p === 'year')
  const draft: Draft = {
    ...place(reading, figure.at),
    ...amountOf(scaled(q, unit, named, last), hit.rule.negative ? -1 : 1, hit.rule.adds),
    subject: subject.value,
    indicator: code,
    sector: branch,
    measure,
    comparator: joined(reading, figure, settled) ?? q.comparator,
    unit,
    per,
    period: baseline?.period ?? planned?.period ?? when.period.value,
    status: baseline ? 'actual' : planned ? 'target' : when.status.value,
    label: indicator?.label.vi ?? '',
    qualifier: qualifierOf(reading, figure, code),
    because: {
      value: { from: 'number' },
      unit: q.unit === null ? { from: 'rule', rule: named.rule?.rule.id } : { from: 'counter' },
      measure: { from: 'rule', rule: hit.rule.id, ...span(reading, hit.from, hit.to) },
      subject: because(subject),
      indicator: named.reason,
      ...(sector ? { sector: because(sector) } : {}),
      period: because(when.period),
      status: because(when.status),
    },
    ...(q.alternative === null
      ? {}
      : {
          alternatives: [
            { value: q.alternative, text: reading.content.text.slice(terms[figure.at]?.start, terms[figure.at]?.end) },
          ],
        }),
    confidence: confidenceOf({
      distance: named.distance,
      priority: named.rule?.rule.priority ?? 0,
      doubtful: q.alternative !== null,
    }),
  }
  return { figure, quantity: q, measure: hit, indicator, rule: named.rule, named: named.side, draft }
}

/** `520 tr.đ (NS tỉnh: 300; …)`: a bare number of money is in the magnitude of the figure that it leans on. */
const scaled = (q: Quantity, unit: Unit, named: Named, last: Settled | undefined): Quantity => {
  if (
    q.unit !== null ||
    unit !== 'VND' ||
    q.scale !== 1 ||
    !last ||
    last.draft.unit !== 'VND' ||
    named.indicator?.code !== last.draft.indicator
  )
    return q
  const times = (n: number | null) => (n === null ? null : Number((n * last.quantity.scale).toPrecision(15)))
  return { ...q, value: times(q.value), min: times(q.min), max: times(q.max), scale: last.quantity.scale }
}

/** A comparator governs the numbers that `và` joins to its own: `ít nhất 25 HTX và 30 THT`. */
const joined = (reading: Reading, figure: Figure, settled: readonly Settled[]): Draft['comparator'] | null => {
  const last = settled.at(-1)
  if (!last || figure.quantity.comparator !== 'eq' || reading.terms[figure.at - 1]?.key !== 'va') return null
  return last.figure.sentence.from === figure.sentence.from ? last.draft.comparator : null
}

const because = (found: Found<unknown>): Reason => ({
  from: found.from,
  ...(found.words ?? {}),
})

/** `Trong lĩnh vực nông, lâm nghiệp: …`: a branch that opens a block holds for all of it. */
const leadSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const { terms, rules, content } = reading
  const colon = terms.findIndex(t => hasTag(t.tags, rules.vocabulary.id.Colon))
  if (colon < 0 || colon > LEAD_REACH || colon > figure.at || terms.slice(0, colon).some(t => t.quantity)) return null
  const found = sectorIn(terms.slice(0, colon), rules)
  // a single word such as `Tín dụng:` opens a policy as often as a branch
  if (
    found &&
    !hasTag(found.term.tags, rules.tags.id('Sector')) &&
    !terms.slice(0, colon).some(t => t.key === 'linh vuc')
  )
    return null
  return found ? { value: found.value, from: 'lead-in', words: wordsOf(content, found.term) } : null
}

/** People and money of a clause belong to the organisations counted just before them. */
const earlierSubject = (settled: readonly Settled[]): Found<Draft['subject']> | null => {
  const last = settled.filter(s => s.draft.measure === 'level').at(-1)
  return last ? { value: last.draft.subject, from: 'sentence', words: null } : null
}

/** `so với năm 2020 (1.800 triệu đồng)`: the figure that something is compared with. */
const baselineFigure = (reading: Reading, figure: Figure): { period: string | null } | null => {
  const { terms, rules } = reading
  const opening = figure.bracket
  const before = terms[opening - 1]
  if (opening > 0 && figure.at - opening <= 2 && before?.time && hasTag(before.tags, rules.vocabulary.id.Baseline))
    return { period: periodOf(before.time, yearOfDocument(reading)) }
  return null
}

const comparedQuantity = (reading: Reading, figure: Figure, settled: readonly Settled[]): Settled | null => {
  const before = reading.terms[figure.at - 1]
  if (!before || !hasTag(before.tags, reading.rules.vocabulary.id.ComparedTo)) return null
  return (
    settled
      .filter(
        s =>
          s.draft.measure === 'level' &&
          s.draft.unit === figure.quantity.unit &&
          s.figure.sentence.from === figure.sentence.from,
      )
      .at(-1) ?? null
  )
}

const yearOfDocument = (reading: Reading): number | null => {
  const period = reading.document.reports ?? reading.document.plans
  return period ? Number(period.slice(0, 4)) : reading.document.issued
}

/** `đạt 88,7% kế hoạch (142 HTX)`: the plan itself in brackets behind the percentage. */
const plannedFigure = (
  reading: Reading,
  figure: Figure,
  settled: readonly Settled[],
): { period: string | null } | null => {
  const last = settled.at(-1)
  if (figure.bracket < 0 || last?.draft.measure !== 'plan_completion' || last.figure.bracket === figure.bracket)
    return null
  if (figure.at - figure.bracket > 1) return null
  const between = figure.bracket - last.figure.at
  if (between > 5) return null
  return {
    period:
      last.draft.period === null
        ? null
        : (last.draft.period.split('/')[0] ?? '').slice(0, 4) || (yearOfDocument(reading)?.toString() ?? null),
  }
}

/** The second number of a pair: the plan of a done/plan pair, the whole of a part/whole pair. */
const settleSecond = (
  reading: Reading,
  figure: Figure,
  second: NonNullable<Figure['second']>,
  first: Settled,
): Settled => {
  const { rules } = reading
  const plan = isPlanPair(reading, figure, second.at)
  const whole = rules.indicators.get('organisations')
  const d = first.draft
  const asWhole = !plan && d.unit === 'organisation' && whole
  const draft: Draft = {
    ...d,
    ...place(reading, second.at),
    ...amountOf(second.quantity),
    comparator: 'eq',
    ...(asWhole ? { indicator: whole.code, label: whole.label.vi, qualifier: null } : {}),
    ...(plan
      ? { status: 'target' as const, period: d.period === null ? null : (d.period.split('/').at(-1) ?? '').slice(0, 4) }
      : {}),
    because: {
      ...d.because,
      indicator: { from: 'figure', ...numberOf(reading, d) },
      status: plan ? { from: 'figure', text: 'kế hoạch' } : (d.because.status ?? { from: 'figure' }),
    },
  }
  return {
    figure,
    quantity: second.quantity,
    measure: first.measure,
    indicator: asWhole ? whole : first.indicator,
    rule: first.rule,
    named: 'inherited',
    draft,
  }
}

/** A pair is done/plan when a plan or a completion stands with it, part/whole when a share does or nothing is said. */
const isPlanPair = (reading: Reading, figure: Figure, at: number): boolean => {
  const { terms, rules } = reading
  const tag = (name: string) => rules.tags.id(name)
  for (let i = at + 1; i < Math.min(figure.sentence.to, at + 12); i++) {
    const term = terms[i]
    if (!term) break
    if (hasTag(term.tags, tag('ShareWord'))) return false
    if (hasTag(term.tags, tag('PlanWord')) || hasTag(term.tags, tag('Reach'))) return true
    if (term.quantity) break
  }
  return terms.slice(figure.low, figure.at).some(t => hasTag(t.tags, tag('PlanWord')))
}

/** Words that narrow a figure without a code of its own. */
const qualifierOf = (reading: Reading, figure: Figure, code: string): string | null => {
  if (!code.endsWith('other') && code !== 'land_area') return null
  const { terms } = reading
  const { text } = reading.content
  const from = terms[figure.at + 1]
  const to = terms[figure.high - 1]
  const ahead = from && to && from.start < to.end ? text.slice(from.start, to.end).trim() : ''
  const first = terms[figure.low]
  const number = terms[figure.at]
  const behind = first && number && first.start < number.start ? text.slice(first.start, number.start).trim() : ''
  const words = [behind, ahead].filter(s => s !== '').join(' … ')
  return words === '' ? null : words.slice(0, 200)
}
