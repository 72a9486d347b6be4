import { type ChangedObservation, GROUNDS, type Observation, STATED } from '../contract/index.ts'
import { same, withoutPlaces } from './same.ts'

/**
 * What differs between two readings of one numeral; null where nothing does.
 * @param sameText whether both point into the same text; else places in it are not compared
 */
export const compareObservation = (
  before: Observation,
  after: Observation,
  sameText: boolean,
): ChangedObservation | null => {
  // mostly nothing differs at all
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  const changes = <N extends keyof Observation>(names: readonly N[], seen: (value: unknown) => unknown) =>
    names.flatMap(name =>
      same(seen(before[name]), seen(after[name]))
        ? []
        : [{ name, before: before[name] ?? null, after: after[name] ?? null }],
    )
  const stated = changes(STATED, value => value)
  const grounds = changes(GROUNDS, sameText ? value => value : withoutPlaces)
  return stated.length + grounds.length === 0 ? null : { before, after, stated, grounds }
}
