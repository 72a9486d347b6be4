import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { errorHandler, sendUnknownAddress } from './errors.ts'
import { MAX_FILES } from './limits.ts'
import { health } from './routes/health.ts'
import { metrics as metricsRoute } from './routes/metrics.ts'
import { authenticate } from './security/authenticate.ts'
import { guard } from './security/guard.ts'

/** What a worker answers: that it lives, and its figures of operation. */
export function buildWorkerApp(
  config: Config,
  metrics: Metrics,
  version: string,
  logger: FastifyBaseLogger,
): FastifyInstance {
  const app = Fastify({ loggerInstance: logger, disableRequestLogging: true }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(errorHandler({ maxBytes: config.limits.maxBytes, maxFiles: MAX_FILES }))
  app.setNotFoundHandler(sendUnknownAddress)
  guard(app, config.host)
  authenticate(app, config.token)
  health(app, { version })
  metricsRoute(app, { metrics })
  return app
}
