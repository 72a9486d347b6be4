import type { Comparison } from '../contract/index.ts'

/** A comparison seen from the other side: what was gained was lost, what was before is after. */
export const turn = ({ before, after, observations, flags, header, numerals, ...rest }: Comparison): Comparison => ({
  ...rest,
  before: after,
  after: before,
  observations: {
    before: observations.after,
    after: observations.before,
    gained: observations.lost,
    lost: observations.gained,
    changed: observations.changed.map(change => ({
      ...swapped(change),
      stated: change.stated.map(swapped),
      grounds: change.grounds.map(swapped),
    })),
  },
  flags: { gained: flags.lost, lost: flags.gained, changed: flags.changed.map(swapped) },
  header: header.map(swapped),
  numerals: numerals.map(swapped),
})

const swapped = <C extends { before: unknown; after: unknown }>(change: C): C => ({
  ...change,
  before: change.after,
  after: change.before,
})
