import type { Flag } from '../contract/index.ts'

/** The ids of the flags on each statistic, by its id; nothing for one without. */
export const flagsOn = (
  flags: readonly Pick<Flag, 'id' | 'observations'>[],
): ReadonlyMap<string, readonly string[]> => {
  const on = new Map<string, string[]>()
  for (const { id, observations } of flags) {
    for (const observation of new Set(observations)) {
      const own = on.get(observation)
      if (own === undefined) on.set(observation, [id])
      else own.push(id)
    }
  }
  return on
}
