import type { Candidate } from '../contract/index.ts'
import type { Settled } from '../observe/history.ts'
import type { Question } from '../observe/watch.ts'
import type { Places } from './places.ts'

/** The rules that matched a figure's words, in the order in which they were asked for, best first. */
export const candidatesOf = (questions: readonly Question[], settled: Settled, places: Places): Candidate[] => {
  const { because } = settled.draft
  const chosen = because.indicator?.from === 'figure' ? undefined : because.indicator?.rule
  const distance = settled.grounds.distance
  return questions.flatMap(({ reading, window, distance: where, hits }) =>
    hits.map(({ rule, score, pattern, from, to }) => ({
      rule: rule.rule.id,
      indicator: rule.indicator.code,
      pattern: pattern.source,
      priority: rule.rule.priority,
      in: where,
      score,
      chosen: rule.rule.id === chosen && where === distance,
      words: places.terms(reading, window.terms.slice(from, to)),
    })),
  )
}
