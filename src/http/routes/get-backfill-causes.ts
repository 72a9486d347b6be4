import { countCauses } from '../../backfill/causes.ts'
import type { Route } from '../app-context.ts'
import { BackfillCauses } from '../backfill-schemas.ts'
import { languageOf } from '../language.ts'
import { BackfillParams, backfillAddress, backfillNamed } from '../present-backfill.ts'
import { problemDetails } from '../problem-details.ts'
import { LanguageQuery, problems } from '../responses.ts'

/** `GET /v1/backfills/{id}/causes`: why files were refused, skipped, or could not be read. */
export const getBackfillCauses: Route = (app, { archive }) => {
  app.get(
    '/v1/backfills/:id/causes',
    {
      schema: {
        operationId: 'getBackfillCauses',
        tags: ['backfills'],
        summary: 'Count the files of a backfill that were not read, by cause',
        params: BackfillParams,
        querystring: LanguageQuery,
        response: { 200: BackfillCauses, ...problems('no-backfill') },
      },
    },
    async request => {
      const { id } = await backfillNamed(archive, request.params.id)
      const language = languageOf(request.query, request.headers['accept-language'])
      const causes = await countCauses(archive.db, id)
      return {
        causes: causes.map(({ problem, examples, ...cause }) => ({
          ...cause,
          problem: problemDetails(problem, language, backfillAddress(id)),
          examples: [...examples],
        })),
      }
    },
  )
}
