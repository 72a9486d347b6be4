import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Archive } from '../archive/archive.ts'
import { sourceLimits } from '../backfill/sources/source-limits.ts'
import { createSupervisor } from '../backfill/supervisor.ts'
import type { Config } from '../config.ts'
import { type Explain, explain } from '../explain/explain.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { shippedTarget, type Target } from '../reextract/target.ts'
import type { ReviewRules } from '../review/review-rules.ts'
import { shippedReviewRules } from '../review/shipped-review-rules.ts'
import { type PagePictures, pagePictures } from '../scan-pages/page-pictures.ts'
import { isLostAttempt } from '../work/pool/lost-attempt.ts'
import { STOP_PATIENCE } from '../work/pooled-reading.ts'
import { createReading, type Read } from '../work/reading.ts'
import type { AppContext } from './app-context.ts'
import { answerClientError } from './client-error.ts'
import { errorHandler } from './errors.ts'
import { MAX_FILES, REQUEST_TIMEOUT } from './limits.ts'
import { describeApi, serveApiDescription } from './openapi.ts'
import { PAGES_FOLDER, servePages } from './pages.ts'
import { DEFAULT_PRESSURE, type PressureLimits, refuseUnderPressure } from './pressure.ts'
import { createReextractions } from './reextractions.ts'
import { createRecounting } from './review/recounting.ts'
import { createReview } from './review/review.ts'
import { ROUTES } from './routes/index.ts'
import { rulesCheck } from './rules-check.ts'
import { type SampleShelf, sampleShelf } from './samples.ts'
import { authenticate } from './security/authenticate.ts'
import { guard } from './security/guard.ts'
import { signIn } from './security/sign-in.ts'

export interface AppDependencies {
  readonly archive: Archive
  readonly extract: Read
  /** Tells why a number is read as it is; the pipeline where it is not given. */
  readonly explain?: Explain
  /** Memory that each process holds that reads documents, in 2^20 bytes; there are none where it is not given. */
  readonly megabytes?: () => readonly number[]
  /** Gives the pages of scans to look at; made in this process where it is not given. */
  readonly pictures?: PagePictures
  readonly config: Config
  readonly version: string
  /** Where the log goes; off without it. */
  readonly logger?: FastifyServerOptions['logger']
  readonly samples?: SampleShelf
  /** What documents are read anew by; the shipped rules where it is not given. */
  readonly target?: () => Target
  /** What decisions are judged and records are checked by; the shipped rules, in this process, where it is not given. */
  readonly reviewRules?: () => Promise<ReviewRules>
  readonly pages?: URL
  /** When no further files are taken. */
  readonly pressure?: PressureLimits
  /** Milliseconds that a document being read is given when the app is closed. */
  readonly stopPatience?: number
}

/**
 * The whole HTTP side over an open archive. When it is ready it takes up unread documents; when it is closed it stops
 * reading, and leaves the archive to be closed by whoever opened it.
 */
export async function buildApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { archive, extract, config, version } = dependencies
  const limits = { maxBytes: config.limits.maxBytes, maxFiles: MAX_FILES }
  const onError = errorHandler(limits)
  const app = Fastify({
    logger: dependencies.logger ?? false,
    requestTimeout: REQUEST_TIMEOUT,
    frameworkErrors: onError,
    clientErrorHandler: answerClientError,
    // Node's own answer would have no body; the guard refuses such requests and says why.
    http: { requireHostHeader: false },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(onError)

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Over plain HTTP a browser ignores it; behind TLS it is the proxy's to say.
    strictTransportSecurity: false,
    // With `no-referrer`, browsers send `Origin: null` from our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/v1/')) reply.header('cache-control', 'no-store')
  })
  guard(app, config.host)
  authenticate(app, config.token)

  const metrics = createMetrics(archive, dependencies.megabytes ?? (() => []))
  const reading = createReading({
    archive,
    extract,
    limits: config.limits,
    log: app.log,
    // Of a shared archive workers are the readers.
    lanes: archive.shared ? 0 : config.reading.readers,
    isAttemptLost: isLostAttempt,
    onRead: metrics.read,
  })
  const backfills = createSupervisor({
    archive,
    limits: sourceLimits(config.limits.maxBytes),
    log: app.log,
    onStored: () => reading.wake(),
  })
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    metrics.request({ method, route: routeOptions.url ?? 'unknown', status: statusCode }, elapsedTime / 1000)
  })
  const target = dependencies.target ?? shippedTarget
  const reviewRules = dependencies.reviewRules ?? shippedReviewRules
  const reextractions = createReextractions(archive, target, reading.wake, app.log)
  const review = createReview(archive, reviewRules, () => new Date())
  const recounting = createRecounting(archive.db, review, app.log)
  const context: AppContext = {
    archive,
    reading,
    reextractions,
    review,
    reviewRules,
    metrics,
    backfills,
    config,
    samples: dependencies.samples ?? sampleShelf(),
    version,
    explain: dependencies.explain ?? explain,
    pictures: dependencies.pictures ?? pagePictures,
    checkRules: rulesCheck(extract, config.limits),
  }

  refuseUnderPressure(app, dependencies.pressure ?? DEFAULT_PRESSURE)
  await app.register(multipart, { throwFileSizeLimit: false })
  await describeApi(app, version, config.token !== null)
  if (config.token !== null) await app.register(signIn, { token: config.token })
  for (const route of ROUTES) route(app, context)
  await serveApiDescription(app)
  await servePages(app, dependencies.pages ?? PAGES_FOLDER)

  app.addHook('onReady', async () => {
    await reading.start()
    backfills.start()
    recounting.start()
    await reextractions.start()
  })
  app.addHook('onClose', () => backfills.stop(dependencies.stopPatience ?? STOP_PATIENCE))
  app.addHook('onClose', () => reextractions.stop())
  app.addHook('onClose', () => recounting.stop())
  app.addHook('onClose', () => reading.stop(dependencies.stopPatience ?? STOP_PATIENCE))
  return app
}
