import type { Route } from '../app-context.ts'
import { BackfillProgress } from '../backfill-schemas.ts'
import { BackfillParams, backfillNamed, presentProgress } from '../present-backfill.ts'
import { LanguageQuery, problems } from '../responses.ts'

/** `GET /v1/backfills/{id}`: how far it is. */
export const getBackfill: Route = (app, { archive }) => {
  app.get(
    '/v1/backfills/:id',
    {
      schema: {
        operationId: 'getBackfill',
        tags: ['backfills'],
        summary: 'Get a backfill: counts by state, rate, remaining time',
        params: BackfillParams,
        querystring: LanguageQuery,
        response: { 200: BackfillProgress, ...problems('no-backfill') },
      },
    },
    async request => await presentProgress(archive, await backfillNamed(archive, request.params.id)),
  )
}
