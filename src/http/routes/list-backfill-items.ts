import { listItems } from '../../backfill/items.ts'
import type { Route } from '../app-context.ts'
import { BackfillItemPage, BackfillItemsQuery } from '../backfill-schemas.ts'
import { languageOf } from '../language.ts'
import { BackfillParams, backfillNamed, presentItem } from '../present-backfill.ts'
import { problems } from '../responses.ts'

/** `GET /v1/backfills/{id}/items`: what became of each file. */
export const listBackfillItems: Route = (app, { archive }) => {
  app.get(
    '/v1/backfills/:id/items',
    {
      schema: {
        operationId: 'listBackfillItems',
        tags: ['backfills'],
        summary: 'List the files of a backfill, in the order in which they were found',
        params: BackfillParams,
        querystring: BackfillItemsQuery,
        response: { 200: BackfillItemPage, ...problems('no-backfill', 'invalid-request') },
      },
    },
    async request => {
      const { state, after, limit } = request.query
      const { id } = await backfillNamed(archive, request.params.id)
      const language = languageOf(request.query, request.headers['accept-language'])
      const states = state === undefined ? undefined : [state]
      const { items, next } = await listItems(archive.db, id, { states, after, limit })
      return { items: items.map(item => presentItem(id, item, language)), next }
    },
  )
}
