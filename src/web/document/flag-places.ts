import type { Flag, Observation, Span } from '../../contract/index.ts'
import { type FlaggedFigure, figureOf } from './flag-index.ts'

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

/** Where a flag is looked at: at the number that it suspects most, else at the first figure of its sum, else at its first place. */
export const placeToLookAt = (
  { figures, evidence, suspects }: Flag,
  records: ReadonlyMap<string, Observation>,
): FlaggedFigure | undefined => {
  const suspect = records.get(suspects[0]?.observation ?? '')
  if (suspect !== undefined) return figureOf(suspect)
  const [place] = evidence
  return figures[0] ?? (place && { ...place, observation: null })
}

/** The record that a flag's are gone through from: the one that it suspects most, else the first of its sum. */
export const firstRecordOf = (flag: Flag, records: ReadonlyMap<string, Observation>): string | undefined =>
  [placeToLookAt(flag, records)?.observation ?? '', ...flag.observations].find(id => records.has(id))
