import { z } from 'zod'
import { readableText } from '../../repair/readable.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

const TextQuery = LanguageQuery.extend({
  form: z
    .enum(['as-read', 'readable'])
    .default('as-read')
    .describe('`as-read`: what all offsets point into. `readable`: old encodings converted and damage repaired.'),
})

/** `GET /v1/documents/{id}/text`: the text as read, which all offsets point into, or with all repairs made. */
export const getText: Route = (app, { archive }) => {
  app.get(
    '/v1/documents/:id/text',
    {
      schema: {
        operationId: 'getText',
        tags: ['documents'],
        summary: 'Get the text of a document',
        params: DocumentParams,
        querystring: TextQuery,
        response: {
          200: { description: 'The text.', content: { 'text/plain': { schema: z.string() } } },
          ...problems('not-found', 'not-extracted'),
        },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const text = await archive.text(document.id)
      if (text === null) throw withoutResult(document)
      const extraction = request.query.form === 'readable' ? await archive.extraction(document.id) : null
      return reply.type('text/plain; charset=utf-8').send(extraction === null ? text : readableText(extraction))
    },
  )
}
