import type { Explanation, ReadObservation, Span } from '../contract/index.ts'
import type { Settled } from '../observe/history.ts'
import { DEFAULT_PRIORITY } from '../observe/named.ts'
import type { Reading } from '../observe/reading.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { attributesOf } from './attributes.ts'
import { candidatesOf } from './candidates.ts'
import { confidenceReason } from './confidence-reason.ts'
import { nearMisses } from './near-misses.ts'
import type { Places } from './places.ts'
import type { Recording } from './recording.ts'

/** An explanation without the engine that made it. */
export type NumeralExplanation = Omit<Explanation, 'engine'>

/**
 * Why one numeral is what it is.
 * @param numeral its place in the text as read
 * @param observations the statistics of the document
 */
export const explainNumeral = (
  numeral: Span,
  recording: Recording,
  observations: readonly ReadObservation[],
  places: Places,
  rules: RuleSet,
): NumeralExplanation => {
  const covers = ({ start, end }: Span) => start <= numeral.start && numeral.start < end
  const account = recording.accounts.find(covers)
  const found = account?.as === 'statistic' ? settledAt(recording, account) : null
  const shared = {
    numeral: places.words(numeral),
    page: places.page(numeral),
    class: account?.class ?? null,
    account: {
      as: account?.as ?? unread(recording, covers),
      rule: account?.rule ?? null,
      words: account ? places.words(account) : null,
    },
    above: found ? found.reading.above.map(c => places.content(c.block.content)) : [],
  }
  const place = found && sourceSpan(found.reading.content, found.settled.draft.start, found.settled.draft.end)
  const observation = place ? (observations.find(o => o.evidence.start === place.start) ?? null) : null
  const ofCell = found
    ? null
    : (observations.find(({ evidence }) => evidence.cell !== null && covers(evidence)) ?? null)
  if (ofCell) return { ...shared, ...explainCell(ofCell, places, rules) }
  if (!found || !observation)
    return { ...shared, figure: null, observation, attributes: [], confidence: null, candidates: [], nearMisses: [] }
  const { reading, settled } = found
  const { figure } = settled
  const questions = recording.questions.filter(q => q.reading === reading && q.figure === figure)
  return {
    ...shared,
    figure: places.terms(reading, reading.terms.slice(figure.low, figure.high)),
    observation,
    attributes: attributesOf(observation, settled, questions, places),
    confidence: confidenceReason(observation, reading.rules.precision),
    candidates: candidatesOf(questions, settled, places),
    nearMisses: isDefault(settled) ? nearMisses(questions, places) : [],
  }
}

/** A figure of a cell has its words in the heads and labels that its record names. */
const explainCell = (observation: ReadObservation, places: Places, { precision }: RuleSet) => ({
  figure: null,
  observation,
  attributes: attributesOf(observation, null, [], places),
  confidence: confidenceReason(observation, precision),
  candidates: [],
  nearMisses: [],
})

/** Nothing names its indicator but its unit or a rule that gives way to all others. */
const isDefault = ({ draft, rule }: Settled): boolean => {
  const from = draft.because.indicator?.from
  if (from === 'default' || /(?:^|_)other$/.test(draft.indicator)) return true
  return from !== 'figure' && (rule?.rule.priority ?? 0) < DEFAULT_PRIORITY
}

/** The figure whose number stands in a stretch that is accounted for as a statistic. */
const settledAt = (
  { readings }: Recording,
  term: Span,
): { readonly reading: Reading; readonly settled: Settled } | null => {
  for (const { reading, settled } of readings)
    for (const s of settled) {
      const place = sourceSpan(reading.content, s.draft.start, s.draft.end)
      if (term.start <= place.start && place.start < term.end) return { reading, settled: s }
    }
  return null
}

/** Why nothing accounts for a numeral. */
const unread = ({ blocks }: Recording, covers: (span: Span) => boolean): Explanation['account']['as'] => {
  const block = blocks.find(({ content }) => covers({ start: content.starts[0] ?? 0, end: content.ends.at(-1) ?? 0 }))
  if (!block) return 'no-block'
  return block.kind === 'row' ? 'table-row' : 'no-number'
}
