import type { Flag, Observation, Span } from '../../contract/index.ts'

/** What is lit of a flag: the figures of its sum, and of them the one that is suspected most. */
export interface FlagPlaces {
  readonly figures: readonly Span[]
  readonly suspect: Span | undefined
}

/** Where the sum of a flag stands in the text: its figures, all its other places, and the number that is suspected most. */
export const placesOf = (
  { figures, evidence, suspects }: Flag,
  records: ReadonlyMap<string, Observation>,
): FlagPlaces => {
  const first = suspects[0]
  const others = evidence.filter(place => !figures.some(({ start, end }) => start === place.start && end === place.end))
  const suspect = first === undefined ? undefined : records.get(first.observation)?.evidence
  return { figures: [...figures, ...others], suspect }
}
