import type { Observation } from '../../../src/contract/index.ts'
import type { Gold } from './gold.ts'
import { type FoundBy, type Pairs, pairUp } from './pairs.ts'
import { lineStart, overlap, type Place } from './place.ts'

export interface Scored {
  readonly text: string
  readonly gold: readonly Gold[]
  readonly neutral: readonly Place[]
  readonly observations: readonly Observation[]
}

/** First and last line that count, from 1, both included. */
export type Lines = readonly [from: number, to: number]

export type FoundObservation = Observation & Place

/**
 * Pairs an extraction with gold.
 * @param lines only these lines of the text count, where observations are found by place
 */
export const score = (
  { text, gold, neutral, observations }: Scored,
  by: FoundBy,
  lines: Lines = [1, Infinity],
): Pairs<FoundObservation> => {
  const [low, high] = [lineStart(text, lines[0]), lines[1] === Infinity ? Infinity : lineStart(text, lines[1] + 1)]
  const counts = (p: Place) => by === 'number' || (p.start >= low && p.start < high)
  const golds = gold.filter(counts)
  const found = observations
    .map(o => ({ ...o, start: o.evidence.start, end: o.evidence.end }))
    .filter(counts)
    .filter(f => golds.some(g => overlap(g, f)) || !neutral.some(n => overlap(n, f)))
  return pairUp(golds, found, by)
}
