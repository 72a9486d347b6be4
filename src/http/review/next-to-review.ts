import type { Database } from '../../archive/database/database.ts'
import { type Asking, nextFor, sampleOf } from '../../archive/review-queue.ts'
import { type AgendaItem, type Records, type ReviewNext, ReviewReason } from '../../contract/index.ts'
import { changedIn, doubtfulIn } from '../../review/agenda.ts'
import { errorsLeft } from '../../review/errors-left.ts'
import { firstLook } from '../../review/first-look.ts'
import { unsettledErrorsIn } from '../../review/open-errors.ts'
import { sampleRate } from '../../review/sample.ts'
import type { ReadingLog } from '../../work/reading.ts'
import type { Review } from './review.ts'

/** One document in so many is taken at random, whatever else is left. */
const SAMPLE_ONE_IN = 10
/** Documents that are looked into for one that can be offered for a reason; to check one takes up to a second. */
const TRIES = 5

/** Whether there is what a reason promises: other rules may have counted a document. */
const IS_THERE: Readonly<Record<ReviewReason, (records: Records) => boolean>> = {
  errors: records => unsettledErrorsIn(records) > 0,
  'machine-changed': records => changedIn(records) > 0,
  'low-confidence': records => doubtfulIn(records) > 0,
  'new-layout': ({ records }) => records.length > 0,
  sample: ({ agenda }) => agenda.length > 0,
  'errors-left': ({ progress }) => progress.openFlags.error > 0,
}

export interface Offering {
  readonly db: Database
  readonly review: Pick<Review, 'records'>
  readonly log: Pick<ReadingLog, 'error'>
  /** From 0 to below 1. */
  readonly random?: () => number
}

/**
 * What a reviewer is best given next: a document with errors, then one of which the machine says something else since, then one with
 * doubtful records, then one of a layout that nobody has seen; now and then one with records of the random sample, so that it is known
 * how often records are wrong that nothing speaks against; in the end one with errors of which all figures are settled and that are only
 * left open. One that cannot be read is told of in the log, and passed over.
 */
export async function nextToReview(offering: Offering, asking: Asking): Promise<ReviewNext> {
  const { db, random = Math.random } = offering
  const first: readonly ReviewReason[] = random() < 1 / SAMPLE_ONE_IN ? ['sample'] : []
  for (const reason of new Set([...first, ...ReviewReason.options])) {
    const from = reason === 'sample' ? randomId(random) : ''
    const next =
      (await found(offering, asking, reason, from)) ?? (from === '' ? null : await found(offering, asking, reason))
    if (next !== null) return { next, sample: await rate(db) }
  }
  return { next: null, sample: await rate(db) }
}

const rate = async (db: Database) => {
  const { settled, wrong } = await sampleOf(db)
  return sampleRate(settled, wrong)
}

/** Ids are hashes: the first behind a random one is a random document. */
const randomId = (random: () => number): string =>
  Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0')

type Next = NonNullable<ReviewNext['next']>

const found = async (
  { db, review, log }: Offering,
  asking: Asking,
  reason: ReviewReason,
  from = '',
): Promise<Next | null> => {
  const skip = [...asking.skip]
  for (let tried = 0; tried < TRIES; tried++) {
    const document = await nextFor(db, reason, { ...asking, skip }, from)
    if (document === null) return null
    const records = await review.records(document).catch((err: unknown) => {
      log.error({ err, document }, 'a document cannot be offered for review')
      return null
    })
    if (records !== null && IS_THERE[reason](records))
      return { document, version: records.version, reason, records: agendaFor(reason, records) }
    skip.push(document)
  }
  return null
}

const isDrawn = ({ because }: AgendaItem): boolean => because === 'sample'

/** What is to be looked at in a document that is given for a reason, that reason first. */
const agendaFor = (reason: ReviewReason, records: Records): Next['records'] => {
  const { agenda } = records
  if (reason === 'sample') return [...agenda.filter(isDrawn), ...agenda.filter(item => !isDrawn(item))]
  if (reason === 'errors-left') return errorsLeft(records)
  return reason === 'new-layout' && agenda.length === 0 ? firstLook(records.records) : agenda
}
