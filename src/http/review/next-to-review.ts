import type { Database } from '../../archive/database/database.ts'
import { type Asking, nextFor, sampleOf, uncounted } from '../../archive/review-queue.ts'
import type { ReviewNext, ReviewReason } from '../../contract/index.ts'
import { agendaOf } from '../../review/agenda.ts'
import { sampleRate } from '../../review/sample.ts'
import type { Review } from './review.ts'

/** One document in so many is taken at random, whatever else is left. */
const SAMPLE_ONE_IN = 10
/** Documents that are counted anew for one question, at most. */
const COUNTED_AT_ONCE = 10
/** Documents that are looked into for one that has a record of the sample. */
const TRIES = 20

const BY_WORTH: readonly ReviewReason[] = ['errors', 'low-confidence', 'new-layout', 'sample']

/**
 * What a reviewer is best given next: a document with errors, then one with doubtful records, then one of a layout that nobody has
 * seen; now and then one at random, so that it is known how often records are wrong that nothing speaks against.
 * @param random from 0 to below 1
 */
export async function nextToReview(
  db: Database,
  review: Review,
  asking: Asking,
  random: () => number = Math.random,
): Promise<ReviewNext> {
  for (const document of await uncounted(db, COUNTED_AT_ONCE)) await review.records(document)
  const first: readonly ReviewReason[] = random() < 1 / SAMPLE_ONE_IN ? ['sample'] : []
  for (const reason of new Set([...first, ...BY_WORTH])) {
    const next = await (reason === 'sample' ? sampled(db, review, asking, random) : found(db, review, asking, reason))
    if (next !== null) return { next, sample: await rate(db) }
  }
  return { next: null, sample: await rate(db) }
}

const rate = async (db: Database) => {
  const { settled, wrong } = await sampleOf(db)
  return sampleRate(settled, wrong)
}

type Next = NonNullable<ReviewNext['next']>

const found = async (
  db: Database,
  review: Review,
  asking: Asking,
  reason: ReviewReason,
  from = '',
): Promise<Next | null> => {
  const document = await nextFor(db, reason, asking, from)
  const records = document === null ? null : await review.records(document)
  return records === null
    ? null
    : { document: records.document, version: records.version, reason, records: agendaOf(records) }
}

/** Ids are hashes: the first behind a random one is a random document. */
const sampled = async (db: Database, review: Review, asking: Asking, random: () => number): Promise<Next | null> => {
  const skip = [...asking.skip]
  for (let tried = 0; tried < TRIES; tried++) {
    const from = Math.floor(random() * 36 ** 4)
      .toString(36)
      .padStart(4, '0')
    const passing = { ...asking, skip }
    const next = (await found(db, review, passing, 'sample', from)) ?? (await found(db, review, passing, 'sample'))
    if (next === null) return null
    if (next.records.some(({ because }) => because === 'sample')) return next
    skip.push(next.document)
  }
  return null
}
