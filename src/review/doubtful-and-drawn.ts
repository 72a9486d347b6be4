import type { AgendaItem, Extraction } from '../contract/index.ts'
import { isDoubtful } from './doubtful.ts'
import { mixIn } from './mix-in.ts'
import { randomSample } from './sample.ts'

/** After so many doubtful records comes one of the sample. */
const EVERY = 5

/**
 * The doubtful records of a reading, the most doubtful first, with the random sample mixed in, so that whoever stops before the end has
 * seen some of it. Settled ones are among them: else the sample would go further back with each doubtful record that is settled.
 */
export const doubtfulAndDrawn = (
  document: string,
  reading: Pick<Extraction, 'observations' | 'flags'>,
): readonly AgendaItem[] => {
  const sample = randomSample(document, reading)
  const doubtful = reading.observations.filter(isDoubtful).toSorted((a, b) => a.confidence - b.confidence)
  const drawn = reading.observations.filter(({ id }) => sample.has(id))
  return mixIn(
    doubtful.map(({ id }): AgendaItem => ({ record: id, because: 'low-confidence' })),
    drawn.map(({ id }): AgendaItem => ({ record: id, because: 'sample' })),
    EVERY,
  )
}
