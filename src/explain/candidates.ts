import type { Candidate, Origin } from '../contract/index.ts'
import type { Settled } from '../observe/history.ts'
import type { Question } from '../observe/watch.ts'
import type { Places } from './places.ts'

/** Where an indicator is said to come from that was named by the words of a window. */
const ORIGIN: Record<Question['distance'], Origin> = { own: 'rule', lead: 'sentence', context: 'heading' }

/** The rules that matched a figure's words, in the order in which they were asked for, best first. */
export const candidatesOf = (questions: readonly Question[], settled: Settled, places: Places): Candidate[] => {
  const reason = settled.draft.because.indicator
  return questions.flatMap(({ reading, window, distance: where, hits }) =>
    hits.map(({ rule, score, pattern, from, to }) => ({
      rule: rule.rule.id,
      indicator: rule.indicator.code,
      pattern: pattern.source,
      priority: rule.rule.priority,
      in: where,
      score,
      chosen: reason?.rule === rule.rule.id && reason.from === ORIGIN[where],
      words: places.terms(reading, window.terms.slice(from, to)),
    })),
  )
}
