import { differences, sameNumber } from './agreement.ts'
import type { Statement } from './attributes.ts'
import type { Gold } from './gold.ts'
import { overlap, type Place } from './place.ts'

export type Found = Statement & Place

/** A gold observation with the observation that was found for it. */
export interface Pair<F extends Found> {
  readonly gold: Gold
  readonly found: F | null
}

export interface Pairs<F extends Found> {
  readonly pairs: readonly Pair<F>[]
  /** Observations that no gold stands for. */
  readonly spurious: readonly F[]
}

/**
 * How an observation is found. `place`: its number overlaps the gold's number. `number`: the same value and unit, taken in
 * reading order, for files whose text has other offsets than the text that gold was labelled in.
 */
export type FoundBy = 'place' | 'number'

/** Gives every gold observation, in order, the free candidate that agrees best with it. */
export const pairUp = <F extends Found>(golds: readonly Gold[], found: readonly F[], by: FoundBy): Pairs<F> => {
  const fits = by === 'place' ? overlap : sameNumber
  const free = new Set(found)
  const pairs = golds.map(gold => {
    const candidates = [...free].filter(f => fits(gold, f))
    candidates.sort((a, b) => differences(gold, a).length - differences(gold, b).length)
    const best = candidates[0] ?? null
    if (best) free.delete(best)
    return { gold, found: best }
  })
  return { pairs, spurious: [...free] }
}
