import type { FastifyInstance } from 'fastify'
import { ProblemError, problem } from '../problem.ts'
import { systemCauseOrMessage } from '../system-cause.ts'

/**
 * Opens the port of an app; where that fails the app is closed.
 * @throws ProblemError `cannot-listen`
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    throw new ProblemError(problem('cannot-listen', { host, port, ...systemCauseOrMessage(error) }))
  }
}
