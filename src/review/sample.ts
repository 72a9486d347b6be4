import { createHash } from 'node:crypto'
import type { Observation, SampleRate } from '../contract/index.ts'
import { isDoubtful } from './doubtful.ts'

/** One record in so many of those that nothing speaks against is looked at all the same. */
const ONE_IN = 20

/** Whether a record that is read with confidence belongs to the random sample: by chance, and each time the same. */
export const isSampled = (document: string, observation: Pick<Observation, 'id' | 'confidence'>): boolean =>
  !isDoubtful(observation) &&
  createHash('sha256').update(`${document} ${observation.id}`).digest().readUInt32BE() % ONE_IN === 0

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
