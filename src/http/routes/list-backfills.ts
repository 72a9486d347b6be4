import { decodeCursor } from '../../archive/cursor.ts'
import { listBackfills as list } from '../../backfill/ledger.ts'
import { ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { BackfillListQuery, BackfillPage } from '../backfill-schemas.ts'
import { presentBackfill } from '../present-backfill.ts'
import { problems } from '../responses.ts'

/** `GET /v1/backfills`: all of them, newest first. */
export const listBackfills: Route = (app, { archive }) => {
  app.get(
    '/v1/backfills',
    {
      schema: {
        operationId: 'listBackfills',
        tags: ['backfills'],
        summary: 'List backfills, newest first',
        querystring: BackfillListQuery,
        response: { 200: BackfillPage, ...problems('invalid-request') },
      },
    },
    async request => {
      const { cursor, limit } = request.query
      const place = cursor === undefined ? null : decodeCursor(cursor)
      if (cursor !== undefined && place === null) {
        throw new ProblemError(
          problem('invalid-request', {
            vi: 'cursor: không phải của trang trước',
            en: 'cursor: not that of a page before',
          }),
        )
      }
      const { backfills, next } = await list(archive.db, place, limit)
      return { backfills: backfills.map(presentBackfill), next }
    },
  )
}
