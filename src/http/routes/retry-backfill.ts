import { retryFailed } from '../../backfill/retry-failed.ts'
import type { Route } from '../app-context.ts'
import { RetryAnswer } from '../backfill-schemas.ts'
import { BackfillParams, backfillNamed, presentProgress } from '../present-backfill.ts'
import { LanguageQuery, problems } from '../responses.ts'

/** `POST /v1/backfills/{id}/retry-failed`: reads again what could not be read, and stores what a fault kept out. */
export const retryBackfill: Route = (app, { archive, backfills, reading }) => {
  app.post(
    '/v1/backfills/:id/retry-failed',
    {
      schema: {
        operationId: 'retryBackfill',
        tags: ['backfills'],
        summary: 'Read again what failed',
        description:
          'Documents of the backfill that could not be read wait to be read again, after a limit was raised or a missing program installed. Files of a zip that a fault kept out, with nothing wrong about them, are stored: the zip was kept for them. Other files that were refused are not looked for again: send them anew.',
        params: BackfillParams,
        querystring: LanguageQuery,
        response: { 202: RetryAnswer, ...problems('no-backfill', 'cross-site') },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const named = await backfillNamed(archive, id)
      // Files that were named on a command line are left to that command.
      const again = await retryFailed(archive.db, named, { files: named.sources.kind === 'uploads' })
      reading.wake()
      backfills.wake()
      const backfill = await presentProgress(archive, await backfillNamed(archive, id))
      return reply.code(202).send({ again, backfill })
    },
  )
}
