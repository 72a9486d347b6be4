import type { Reason, Span } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'
import type { CompiledIndicatorRule } from '../rules/rule-set.ts'
import type { Indicator } from '../rules/schema.ts'
import { hasTag } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import { raisedFrom, respectively, thisRate } from './going-on.ts'
import type { History, Settled } from './history.ts'
import { countsUnknown, type IndicatorHit, indicatorHits, type Window } from './indicator.ts'
import { type Reading, runInHeading, tagged } from './reading.ts'
import type { Question } from './watch.ts'

/** What a figure measures, and how far away the words stood that say so. */
export interface Named {
  readonly indicator: Indicator | null
  readonly rule: CompiledIndicatorRule | null
  readonly reason: Reason
  readonly side: Settled['named']
  readonly distance: 'own' | 'lead' | 'context' | 'figure' | 'none'
}

/** Rules below this are defaults: they give way to what the figure before was about. */
export const DEFAULT_PRIORITY = 10

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
  const { terms, above } = reading
  const surroundings = [
    terms.slice(Math.max(figure.sentence.from, figure.low - SENTENCE_REACH), figure.low),
    ...above.map(c => c.terms),
  ]
  const opening = runInHeading(reading)
  if (opening > 0 && figure.low >= opening) surroundings.push(terms.slice(0, opening))
  const window = ownWindow(reading, figure)
  const own = ask(reading, figure, window, 'own', surroundings)
  const goesOn =
    raisedFrom(reading, figure, history) ?? respectively(reading, figure, history) ?? thisRate(reading, figure, history)
  if (goesOn?.indicator) return fromFigure(reading, goesOn, 'inherited')
  const restated = restates(reading, figure, history, own)
  if (restated && (!own || own.rule.rule.priority < DEFAULT_PRIORITY)) return restated
  if (own && own.rule.rule.priority >= DEFAULT_PRIORITY) return fromOwnWords(reading, window, own)

  const leaning = compared(reading, figure, history) ?? inherited(reading, figure, history, own)
  if (leaning) return leaning

  const label = labelOf(reading, figure)
  const wider =
    widen(reading, figure, label, reading.content, 'lead', surroundings) ??
    (hasOwnLabel(reading, figure) ? null : fromContexts(reading, figure, surroundings))
  if (wider && (!own || wider.score > SURE)) return wider.named
  if (own) return fromOwnWords(reading, window, own)
  return { indicator: null, rule: null, reason: { from: 'default' }, side: 'inherited', distance: 'none' }
}

/** The rule that names the figure best by the words of a window. */
const ask = (
  reading: Reading,
  figure: Figure,
  window: Window,
  distance: Question['distance'],
  above: readonly (readonly Term[])[],
): IndicatorHit | null => {
  const hits = indicatorHits(window, figure.quantity, above, reading.rules)
  reading.watch?.asked?.({ reading, figure, window, distance, above, hits })
  return hits[0] ?? null
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

/** The words between a bracket right behind a figure and the next break. */
const behindBracket = (reading: Reading, figure: Figure): readonly Term[] => {
  const { terms } = reading
  if (!tagged(reading, figure.high, 'Open')) return []
  let close = figure.high
  while (close < figure.sentence.to && !tagged(reading, close, 'Close')) close++
  let end = close + 1
  while (end < figure.sentence.to && !tagged(reading, end, 'Break') && !terms[end]?.quantity) end++
  // a number that ends them is seen, so that a rule can tell that one follows
  return terms.slice(close + 1, terms[end]?.quantity ? end + 1 : end)
}

const figureWindow = ({ terms }: Reading, { at, low, high }: Figure): Window => ({ terms, at, low, high })

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

/** `so với chỉ tiêu giao là 20 HTX`: words that may stand between `so với` and the quantity. */
const BETWEEN_COMPARED = ['PlanWord', 'TargetWord', 'Comparator', 'Time', 'Yearly', 'Plain'] as const
const COMPARED_REACH = 6

/** `giảm 25% so với 210 triệu đồng của năm 2020`, `vượt 4 HTX so với kế hoạch`: what something is compared with, or by how much. */
const compared = (reading: Reading, figure: Figure, history: History): Named | null => {
  let at = figure.at - 1
  const between = (i: number) =>
    LINKING.has(reading.terms[i]?.key ?? '') || BETWEEN_COMPARED.some(tag => tagged(reading, i, tag))
  while (at > Math.max(figure.low, figure.at - COMPARED_REACH) && between(at)) at--
  if (!tagged(reading, at, 'ComparedTo') && !tagged(reading, figure.at - 1, 'Exceed')) return null
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
  const from = lastLabel(reading, figure)
  // `năm 2015 có 1.200 người, nay có 1.300 người`: another time of what was counted in the same word
  const counter = figure.quantity.counter
  const sameCounter = counter !== null && figure.quantity.unit === 'person' && counter === last.quantity.counter
  for (let i = isCounter(reading, from) ? from + 1 : from; i < figure.at; i++) {
    const tag = Object.keys(RESTATING).find(t => tagged(reading, i, t))
    // `bình quân 17 - 18 HTX/năm`, but not `trung bình 51`
    if (tag === 'Average' && figure.quantity.per.length === 0) return null
    if (!tag && !LINKING.has(reading.terms[i]?.key ?? '')) return null
    said ||= tag !== undefined && (RESTATING[tag] === true || (tag === 'Time' && sameCounter))
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

/** The counter that the figure before left behind. */
const isCounter = (reading: Reading, at: number): boolean =>
  reading.terms[at - 1]?.quantity !== undefined && reading.terms[at]?.entry?.counts !== undefined

/** `phân kỳ: năm 2019: 02`: where the words begin that come after an earlier label. */
const lastLabel = (reading: Reading, figure: Figure): number => {
  for (let i = figure.at - 2; i > figure.low; i--) if (tagged(reading, i, 'Colon')) return i
  return figure.low
}

/** What a figure takes over from the one before it, where its own words only count. */
const inherited = (reading: Reading, figure: Figure, history: History, own: IndicatorHit | null): Named | null => {
  const { unit } = figure.quantity
  const last = inBracketsOf(figure, history) ?? history.lastLevel
  if (!last?.indicator) return null
  if (unit !== null && unit !== last.draft.unit) return null
  if (countsUnknown(figureWindow(reading, figure), figure.quantity, reading.rules)) return null
  if (unit !== 'percent' && opensList(reading, figure)) return fromFigure(reading, last, 'before')
  if (unit === null && isPlaceList(reading, figure)) return fromFigure(reading, last, 'inherited')
  const together = last.figure.bracket === figure.bracket
  const sameSubject = !figure.quantity.subject || figure.quantity.subject === last.draft.subject
  const sameSentence = last.figure.sentence.from === figure.sentence.from
  if (!together && figure.bracket > last.figure.at && sameSubject && sameSentence)
    return fromFigure(reading, last, 'inherited')
  if (together && last.named === 'before' && onlyConnected(reading, figure)) return fromFigure(reading, last, 'before')
  const listed = last.named === 'inherited' && (!own || own.rule.rule.priority < DEFAULT_PRIORITY)
  if (together && figure.bracket >= 0 && listed) return fromFigure(reading, last, 'inherited')
  if (sameSentence && last.named === 'inherited' && unit === 'VND') return fromFigure(reading, last, 'inherited')
  return null
}

/** `34 người làm việc tại 29 HTX (09 kế toán, 11 kỹ thuật viên)`: people in brackets are of the people before them. */
const inBracketsOf = (figure: Figure, history: History): Settled | null => {
  if (figure.bracket < 0 || figure.quantity.unit !== 'person') return null
  return history.levelsOf(figure.sentence).findLast(s => s.draft.unit === 'person') ?? null
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

/** The label of a figure: the terms before the first colon of its sentence, else of its block, unless it has its own. */
const labelOf = (reading: Reading, figure: Figure): readonly Term[] => {
  const { terms, rules } = reading
  const isColon = (t: Term) => hasTag(t.tags, rules.vocabulary.id.Colon)
  const own = terms.slice(figure.low + 1, figure.at).findIndex(isColon)
  // `…, gồm: tốt 08` has no label of its own
  if (own >= 0 && !tagged(reading, figure.low + own, 'OfWhich')) return []
  const from = terms.slice(figure.sentence.from, figure.low + 1).findIndex(isColon)
  if (from >= 0) return terms.slice(figure.sentence.from, figure.sentence.from + from)
  const first = terms.slice(0, figure.low).findIndex(isColon)
  if (first >= 0) return terms.slice(0, first)
  return terms.slice(0, runInHeading(reading))
}

/** `nợ thuế: 18 tr.đ`: words that no rule knows name the figure all the same, and no heading may do it for them. */
const hasOwnLabel = (reading: Reading, figure: Figure): boolean =>
  tagged(reading, figure.at - 1, 'Colon') &&
  tagged(reading, figure.at - 2, 'Plain') &&
  tagged(reading, figure.at - 3, 'Plain')

interface Wider {
  readonly named: Named
  readonly score: number
}

/** Reads the figure's words as if a label stood right before them; `content` is that of the label. */
const widen = (
  reading: Reading,
  figure: Figure,
  label: readonly Term[],
  content: MappedText,
  distance: 'lead' | 'context',
  surroundings: readonly (readonly Term[])[],
): Wider | null => {
  if (label.length === 0) return null
  const tail = label.slice(-CONTEXT_REACH)
  const terms = [...tail, ...reading.terms.slice(figure.low, figure.high)]
  const at = tail.length + figure.at - figure.low
  const window = { terms, at, low: 0, high: terms.length }
  const hit = ask(reading, figure, window, distance, surroundings)
  if (!hit || hit.rule.rule.priority < DEFAULT_PRIORITY) return null
  const reason: Reason = {
    from: distance === 'lead' ? 'sentence' : 'heading',
    rule: hit.rule.rule.id,
    ...wordsIn(tail.slice(hit.from, hit.to), content),
  }
  return {
    named: { indicator: hit.rule.indicator, rule: hit.rule, reason, side: 'before', distance },
    score: hit.score,
  }
}

/** The words of some terms as a span of the text as read. */
const wordsIn = (terms: readonly Term[], content: MappedText): Partial<Span> => {
  const [first, last] = [terms[0], terms.at(-1)]
  return first && last ? sourceSpan(content, first.start, last.end) : {}
}

const fromContexts = (reading: Reading, figure: Figure, surroundings: readonly (readonly Term[])[]): Wider | null => {
  for (const c of reading.above.slice(0, CONTEXT_DEPTH)) {
    // a title speaks of all that its document reports
    if (c.block.element === 'title') continue
    const wider = widen(reading, figure, c.terms, c.block.content, 'context', surroundings)
    if (wider) return wider
  }
  return null
}
