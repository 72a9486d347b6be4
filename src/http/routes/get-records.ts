import { z } from 'zod'
import { Records } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { etagOf, tagsOf } from '../review/etag.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

/** `GET /v1/documents/{id}/records`: the records of a document as machine and reviewers have them. */
export const getRecords: Route = (app, { archive, review }) => {
  app.get(
    '/v1/documents/:id/records',
    {
      schema: {
        operationId: 'getRecords',
        tags: ['review'],
        summary: 'Get the current header, records and flags of a document',
        description:
          'The header and the machine’s observations, overlaid by the latest decision on each that stands; `settledBy` says whose each record is. Checks are made with the figures as they are now. The ETag is the version that decisions are made on.',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: {
          200: Records,
          304: z.null().describe('`If-None-Match` names the version of now.'),
          ...problems('not-found', 'not-extracted'),
        },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const version = await review.version(document.id)
      if (version === null) throw withoutResult(document)
      if (tagsOf(request.headers['if-none-match'], { weak: true }).includes(version))
        return reply.code(304).header('etag', etagOf(version)).send(null)
      const records = await review.records(document.id)
      if (records === null) throw withoutResult(document)
      return reply
        .header('etag', etagOf(records.version))
        .type('application/json; charset=utf-8')
        .serializer(payload => JSON.stringify(payload))
        .send(records)
    },
  )
}
