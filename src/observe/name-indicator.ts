import type { Reason } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { CompiledIndicatorRule } from '../rules/rule-set.ts'
import type { Indicator } from '../rules/schema.ts'
import type { Figure } from './figure.ts'
import type { History, Settled } from './history.ts'
import { type IndicatorHit, indicatorHits, type Window } from './indicator.ts'
import { firstFrom } from './landmarks.ts'
import { type Reading, runInHeading, tagged } from './reading.ts'

/** What a figure measures, and how far away the words stood that say so. */
export interface Named {
  readonly indicator: Indicator | null
  readonly rule: CompiledIndicatorRule | null
  readonly reason: Reason
  readonly side: Settled['named']
  readonly distance: 'own' | 'lead' | 'context' | 'figure' | 'none'
}

/** Rules below this are defaults: they give way to what the figure before was about. */
const DEFAULT_PRIORITY = 10

/** How many terms of a label or heading, nearest to the number, may name its indicator. */
const CONTEXT_REACH = 16

/** How many terms before its own words a sentence may still speak of a figure. */
const SENTENCE_REACH = 60

/** How many headings above a figure may name its indicator. */
const CONTEXT_DEPTH = 2

/** A label further away must be surer than this to beat the figure's own weak words. */
const SURE = 20

/**
 * Finds a figure's indicator: in its own words; else with the figure that it leans on; else with the label before the
 * colon, the lead-in, the headings; else by its unit alone.
 */
export const nameIndicator = (reading: Reading, figure: Figure, history: History): Named => {
  const { terms, rules, above } = reading
  const surroundings = [
    terms.slice(Math.max(figure.sentence.from, figure.low - SENTENCE_REACH), figure.low),
    ...above.map(c => c.terms),
  ]
  const window = ownWindow(reading, figure)
  const own = indicatorHits(window, figure.quantity, surroundings, rules)[0] ?? null
  const restated = restates(reading, figure, history, own)
  if (restated && (!own || own.rule.rule.priority < DEFAULT_PRIORITY)) return restated
  if (own && own.rule.rule.priority >= DEFAULT_PRIORITY) return fromOwnWords(reading, window, own)

  const leaning = compared(reading, figure, history) ?? inherited(reading, figure, history, own)
  if (leaning) return leaning

  const label = labelOf(reading, figure)
  const wider =
    widen(reading, figure, label, 'lead', surroundings) ??
    (hasOwnLabel(reading, figure) ? null : fromContexts(reading, figure, surroundings))
  if (wider && (!own || wider.score > SURE)) return wider.named
  if (own) return fromOwnWords(reading, window, own)
  return { indicator: null, rule: null, reason: { from: 'default' }, side: 'inherited', distance: 'none' }
}

/**
 * A figure's own words as one run: of a pair (`22/30 HTX`) without the second number, and over a bracket that follows
 * (`28 HTX (chiếm 68,3%) có cán bộ …`) without the bracket, so that what belongs together stands together.
 */
const ownWindow = (reading: Reading, figure: Figure): Window => {
  const { terms } = reading
  const { at, low, high, second } = figure
  const tail = behindBracket(reading, figure)
  if (!second && tail.length === 0) return { terms, at, low, high }
  const run = [...terms.slice(low, at + 1), ...terms.slice((second?.at ?? at) + 1, high), ...tail]
  return { terms: run, at: at - low, low: 0, high: run.length }
}

const CLOSE = ['Close']

/** How many words behind a bracket still belong to the figure before it: many figures may share one closing bracket. */
const BRACKET_REACH = 200

/** The words between a bracket right behind a figure and the next break. */
const behindBracket = (reading: Reading, figure: Figure): readonly Term[] => {
  const { terms } = reading
  if (!tagged(reading, figure.high, 'Open')) return []
  const close = firstFrom(reading, CLOSE, figure.high)
  if (close >= figure.sentence.to) return []
  const limit = Math.min(figure.sentence.to, close + 1 + BRACKET_REACH)
  let end = close + 1
  while (end < limit && !tagged(reading, end, 'Break') && !terms[end]?.quantity) end++
  return terms.slice(close + 1, end)
}

const fromOwnWords = (reading: Reading, window: Window, hit: IndicatorHit): Named => {
  const start = window.terms[hit.from]?.start ?? 0
  const end = window.terms[hit.to - 1]?.end ?? start + 1
  return {
    indicator: hit.rule.indicator,
    rule: hit.rule,
    reason: { from: 'rule', rule: hit.rule.rule.id, ...sourceSpan(reading.content, start, end) },
    side: hit.from < window.at ? 'before' : 'after',
    distance: 'own',
  }
}

const fromFigure = (reading: Reading, s: Settled, side: Settled['named']): Named => ({
  indicator: s.indicator,
  rule: s.rule,
  reason: { from: 'figure', ...sourceSpan(reading.content, s.draft.start, s.draft.end) },
  side,
  distance: 'figure',
})

/** `giảm 25% so với 210 triệu đồng của năm 2020`: the quantity that something is compared with. */
const compared = (reading: Reading, figure: Figure, history: History): Named | null => {
  if (!tagged(reading, figure.at - 1, 'ComparedTo')) return null
  const same = history.levelsOf(figure.sentence).filter(s => s.draft.unit === figure.quantity.unit)
  const base = same.at(-1)
  return base?.indicator ? fromFigure(reading, base, 'inherited') : null
}

/** Words that say a figure once more for another time or status; those marked false need others beside them. */
const RESTATING: Readonly<Record<string, boolean>> = {
  EstimateWord: true,
  ExpectedWord: true,
  PlanWord: true,
  TargetWord: true,
  RaiseTo: true,
  Yearly: true,
  Colon: true,
  Average: true,
  Open: false,
  Close: false,
  ActualWord: false,
  Time: false,
  Reach: false,
  Comparator: false,
  Comma: false,
  Semicolon: false,
  Equals: false,
}
const LINKING = new Set(['la', 'co', 'dat', 'o muc', 'con', 'va', 'nam', 'voi'])

/** `Doanh thu 9 tháng đạt 39,1 tỷ đồng, ước cả năm đạt 53,4 tỷ đồng`; `KH: 1.100`; `(năm 2015: 29,4%)`. */
const restates = (reading: Reading, figure: Figure, history: History, own: IndicatorHit | null): Named | null => {
  const last = history.last
  if (!last?.indicator) return null
  let said = figure.bracket > last.figure.at || own === null
  let spoken = false
  for (let i = lastLabel(reading, figure); i < figure.at; i++) {
    const tag = Object.keys(RESTATING).find(t => tagged(reading, i, t))
    // `bình quân 17 - 18 HTX/năm`, but not `trung bình 51`
    if (tag === 'Average' && figure.quantity.per.length === 0) return null
    if (!tag && !LINKING.has(reading.terms[i]?.key ?? '')) return null
    said ||= tag !== undefined && RESTATING[tag] === true
    spoken ||= tag !== undefined && !['Comma', 'Semicolon', 'Open', 'Close', 'Comparator'].includes(tag)
  }
  if (!said || !spoken) return null
  const { unit, subject } = figure.quantity
  const base =
    unit === 'percent'
      ? last
      : history.latest(s => s.draft.unit === unit || s.indicator?.unit === unit || unit === null)
  if (!base?.indicator || (unit !== null && unit !== base.draft.unit && unit !== base.indicator.unit)) return null
  if (unit === 'percent' && (base.draft.unit !== 'percent' || base.draft.measure !== 'share')) return null
  if (base.figure.sentence.from !== figure.sentence.from && unit !== null) return null
  return subject && subject !== base.draft.subject ? null : fromFigure(reading, base, 'inherited')
}

/** `phân kỳ: năm 2019: 02`: where the words begin that come after an earlier label. */
const lastLabel = (reading: Reading, figure: Figure): number => {
  for (let i = figure.at - 2; i > figure.low; i--) if (tagged(reading, i, 'Colon')) return i
  return figure.low
}

/** What a figure takes over from the one before it, where its own words only count. */
const inherited = (reading: Reading, figure: Figure, history: History, own: IndicatorHit | null): Named | null => {
  const last = history.lastLevel
  if (!last?.indicator) return null
  const { unit } = figure.quantity
  if (unit !== null && unit !== last.draft.unit) return null
  if (unit !== 'percent' && opensList(reading, figure)) return fromFigure(reading, last, 'before')
  if (unit === null && isPlaceList(reading, figure)) return fromFigure(reading, last, 'inherited')
  const together = last.figure.bracket === figure.bracket
  const sameSubject = !figure.quantity.subject || figure.quantity.subject === last.draft.subject
  if (!together && figure.bracket > last.figure.at && sameSubject) return fromFigure(reading, last, 'inherited')
  if (together && last.named === 'before' && onlyConnected(reading, figure)) return fromFigure(reading, last, 'before')
  const listed = last.named === 'inherited' && (!own || own.rule.rule.priority < DEFAULT_PRIORITY)
  if (together && figure.bracket >= 0 && listed) return fromFigure(reading, last, 'inherited')
  const sameSentence = last.figure.sentence.from === figure.sentence.from
  if (sameSentence && last.named === 'inherited' && unit === 'VND') return fromFigure(reading, last, 'inherited')
  return null
}

/** `…, trong đó 20 HTX nông nghiệp`: the first number of a list of parts. */
const opensList = (reading: Reading, figure: Figure): boolean => {
  const colon = tagged(reading, figure.at - 1, 'Colon') ? 1 : 0
  return tagged(reading, figure.at - 1 - colon, 'OfWhich')
}

/** `Theo đơn vị: Hải Hậu 41, Giao Thuỷ 35`: names of places with a number each. */
const isPlaceList = (reading: Reading, figure: Figure): boolean => {
  const nearest = reading.terms[figure.at - 1]
  if (!nearest || !(tagged(reading, figure.at - 1, 'ProperName') || tagged(reading, figure.at - 1, 'Capital')))
    return false
  for (let i = figure.at - 1; i >= figure.low; i--) {
    if (tagged(reading, i, 'Break')) return true
    const named = ['ProperName', 'Capital', 'CommuneCounter', 'UnitOfNoInterest', 'PlaceWord'].some(t =>
      tagged(reading, i, t),
    )
    if (!named && reading.terms[i]?.key !== 'va') return false
  }
  return true
}

/** Nothing but commas, `và` and `tương đương` stands between the figure before and this one. */
const onlyConnected = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.low; i < figure.at; i++) {
    const connects =
      ['Comma', 'Equals', 'Comparator'].some(t => tagged(reading, i, t)) || reading.terms[i]?.key === 'va'
    if (!connects) return false
  }
  return figure.low < figure.at
}

const COLON = ['Colon']

/** The label of a figure: the terms before the first colon of its sentence, else of its block, unless it has its own. */
const labelOf = (reading: Reading, figure: Figure): readonly Term[] => {
  const { terms } = reading
  const own = firstFrom(reading, COLON, figure.low + 1)
  // `…, gồm: tốt 08` has no label of its own
  if (own < figure.at && !tagged(reading, own - 1, 'OfWhich')) return []
  const ofSentence = firstFrom(reading, COLON, figure.sentence.from)
  if (ofSentence <= figure.low) return nearest(terms, figure.sentence.from, ofSentence)
  const ofBlock = firstFrom(reading, COLON, 0)
  return nearest(terms, 0, ofBlock < figure.low ? ofBlock : runInHeading(reading))
}

/** The terms of a label that are near enough to its end to name an indicator. */
const nearest = (terms: readonly Term[], from: number, to: number): readonly Term[] =>
  terms.slice(Math.max(from, to - CONTEXT_REACH), to)

/** `nợ thuế: 18 tr.đ`: words that no rule knows name the figure all the same, and no heading may do it for them. */
const hasOwnLabel = (reading: Reading, figure: Figure): boolean =>
  tagged(reading, figure.at - 1, 'Colon') &&
  tagged(reading, figure.at - 2, 'Plain') &&
  tagged(reading, figure.at - 3, 'Plain')

interface Wider {
  readonly named: Named
  readonly score: number
}

/** Reads the figure's words as if a label stood right before them. */
const widen = (
  reading: Reading,
  figure: Figure,
  label: readonly Term[],
  distance: 'lead' | 'context',
  surroundings: readonly (readonly Term[])[],
): Wider | null => {
  if (label.length === 0) return null
  const tail = label.slice(-CONTEXT_REACH)
  const terms = [...tail, ...reading.terms.slice(figure.low, figure.high)]
  const at = tail.length + figure.at - figure.low
  const window = { terms, at, low: 0, high: terms.length }
  const hit = indicatorHits(window, figure.quantity, surroundings, reading.rules)[0]
  if (!hit || hit.rule.rule.priority < DEFAULT_PRIORITY) return null
  const reason: Reason = { from: distance === 'lead' ? 'sentence' : 'heading', rule: hit.rule.rule.id }
  return {
    named: { indicator: hit.rule.indicator, rule: hit.rule, reason, side: 'before', distance },
    score: hit.score,
  }
}

const fromContexts = (reading: Reading, figure: Figure, surroundings: readonly (readonly Term[])[]): Wider | null => {
  for (const c of reading.above.slice(0, CONTEXT_DEPTH)) {
    const wider = widen(reading, figure, c.terms, 'context', surroundings)
    if (wider) return wider
  }
  return null
}
