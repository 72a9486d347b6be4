import { Readable } from 'node:stream'
import { itemsCsv } from '../../backfill/items-csv.ts'
import type { Route } from '../app-context.ts'
import { attachment } from '../file-name.ts'
import { BackfillParams, backfillNamed } from '../present-backfill.ts'
import { Bytes, LanguageQuery, problems } from '../responses.ts'

/** `GET /v1/backfills/{id}/items.csv`: what became of each file, for spreadsheets. */
export const getBackfillCsv: Route = (app, { archive }) => {
  app.get(
    '/v1/backfills/:id/items.csv',
    {
      schema: {
        operationId: 'getBackfillCsv',
        tags: ['backfills'],
        summary: 'Get the files of a backfill as CSV',
        params: BackfillParams,
        querystring: LanguageQuery,
        response: {
          200: {
            description: 'One row a file: state, pages, observations, flags, cause (RFC 4180, UTF-8 with its mark).',
            content: { 'text/csv': { schema: Bytes } },
          },
          ...problems('no-backfill'),
        },
      },
    },
    async (request, reply) => {
      const { id } = await backfillNamed(archive, request.params.id)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(`backfill-${id}.csv`))
        .send(Readable.from(itemsCsv(archive.db, id)))
    },
  )
}
