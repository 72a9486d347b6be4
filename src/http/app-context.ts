import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Archive } from '../archive/archive.ts'
import type { Supervisor } from '../backfill/supervisor.ts'
import type { Config } from '../config.ts'
import type { Explain } from '../explain/explain.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { ReviewRules } from '../review/review-rules.ts'
import type { PagePictures } from '../scan-pages/page-pictures.ts'
import type { Reading } from '../work/reading.ts'
import type { Reextractions } from './reextractions.ts'
import type { Review } from './review/review.ts'
import type { SampleShelf } from './samples.ts'

/** What the routes work with. */
export interface AppContext {
  readonly archive: Archive
  readonly reading: Reading
  readonly config: Config
  readonly metrics: Metrics
  /** Stores the files of zips that were sent. */
  readonly backfills: Supervisor
  readonly reextractions: Reextractions
  readonly review: Review
  readonly reviewRules: () => Promise<ReviewRules>
  readonly samples: SampleShelf
  readonly version: string
  readonly explain: Explain
  readonly pictures: PagePictures
  /** @throws when the rules are not loaded and able to read */
  readonly checkRules: () => Promise<void>
}

/** A fastify instance whose schemas are zod's. */
export type ZodApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Every route is one file that exports one of these. */
export type Route<Needs extends keyof AppContext = keyof AppContext> = (
  app: ZodApp,
  context: Pick<AppContext, Needs>,
) => void
