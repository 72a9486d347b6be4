import { createHash } from 'node:crypto'
import type { Flag, Observation, SampleRate } from '../contract/index.ts'
import { isDoubtful } from './doubtful.ts'

/** One record in so many of those that nothing speaks against is looked at all the same. */
const ONE_IN = 20

/**
 * The random sample of a reading: of the records that nobody would look at (read with confidence, and in no error or warning) one in
 * twenty, by chance and each time the same. The reading alone decides, and not what reviewers have done since: else records would come
 * into the sample when others of their sum are corrected, which are right more often than those that were never in one.
 */
export const randomSample = (
  document: string,
  { observations, flags }: { readonly observations: readonly Read[]; readonly flags: readonly Raised[] },
): ReadonlySet<string> => {
  const accused = new Set(flags.flatMap(({ severity, observations: of }) => (severity === 'note' ? [] : of)))
  const isQuiet = (o: Read) => !isDoubtful(o) && !accused.has(o.id)
  return new Set(observations.flatMap(o => (isDrawn(document, o.id) && isQuiet(o) ? [o.id] : [])))
}

type Read = Pick<Observation, 'id' | 'confidence'>
type Raised = Pick<Flag, 'severity' | 'observations'>

/** Whether the lot falls on a record. */
const isDrawn = (document: string, record: string): boolean =>
  createHash('sha256').update(`${document} ${record}`).digest().readUInt32BE() % ONE_IN === 0

/** Standard deviations that hold 95 % of a normal distribution. */
const Z = 1.96

/** A part of a sample, with the bounds that it puts on that of the whole (Wilson 1927, Probable inference, JASA 22). */
export const sampleRate = (settled: number, wrong: number): SampleRate => {
  if (settled === 0) return { settled, wrong, rate: null, low: 0, high: 1 }
  const rate = wrong / settled
  const middle = rate + Z ** 2 / (2 * settled)
  const spread = Z * Math.sqrt((rate * (1 - rate)) / settled + Z ** 2 / (4 * settled ** 2))
  const scale = 1 + Z ** 2 / settled
  return {
    ...{ settled, wrong, rate },
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  }
}
