import type { Reason, Span } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { type MappedText, sourceSpan } from '../repair/mapped-text.ts'
import type { Figure } from './figure.ts'
import { changedFrom, extremeOf, raisedFrom, respectively, thisRate } from './going-on.ts'
import type { History } from './history.ts'
import { type IndicatorHit, indicatorHits, type Window } from './indicator.ts'
import { hasOwnLabel, labelOf } from './label.ts'
import { compared, inherited, joined, restates, totalled } from './lean.ts'
import { DEFAULT_PRIORITY, fromFigure, fromOwnWords, type Named } from './named.ts'
import { ownWindow, sharedWindow, windowBeforeBracket, windowBeforePair } from './own-words.ts'
import { type Reading, runInHeading } from './reading.ts'
import type { Question } from './watch.ts'

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
  const best = (w: Window) => ask(reading, figure, w, 'own', surroundings)
  const beforePair = windowBeforePair(reading, figure)
  const named = beforePair ? best(beforePair) : null
  if (beforePair && named && isSure(named) && named.from < beforePair.at)
    return fromOwnWords(reading, beforePair, named)
  const own = best(window)
  const goesOn =
    raisedFrom(reading, figure, history) ?? respectively(reading, figure, history) ?? thisRate(reading, figure, history)
  if (goesOn?.indicator) return fromFigure(reading, goesOn, 'inherited')
  const changed = isSure(own) ? null : changedFrom(reading, figure, history)
  if (changed) return fromFigure(reading, changed, 'inherited')
  const restated = restates(reading, figure, history, own)
  if (restated && !isSure(own)) return restated
  const row = joined(reading, figure, history, own)
  if (row) return row
  if (own && isSure(own)) return fromOwnWords(reading, window, own)

  const extreme = extremeOf(reading, figure, history)
  if (extreme?.indicator) return fromFigure(reading, extreme, 'inherited')
  const shared = sharedWindow(reading, figure)
  const sharing = shared ? best(shared) : null
  if (shared && sharing && isSure(sharing)) return fromOwnWords(reading, shared, sharing)

  const explaining = windowBeforeBracket(reading, figure)
  const explained = explaining ? best(explaining) : null
  if (explaining && explained && explained.score > SURE) return fromOwnWords(reading, explaining, explained)

  const leaning =
    compared(reading, figure, history) ?? inherited(reading, figure, history, own) ?? totalled(reading, figure, history)
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

const isSure = (hit: IndicatorHit | null): boolean => hit !== null && hit.rule.rule.priority >= DEFAULT_PRIORITY

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
