import { z } from 'zod'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

/** `GET /v1/documents/{id}/text`: the text as read, which all offsets point into. */
export const getText: Route = (app, { archive }) => {
  app.get(
    '/v1/documents/:id/text',
    {
      schema: {
        operationId: 'getText',
        tags: ['documents'],
        summary: 'Get the text of a document',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: {
          200: { description: 'The text as read.', content: { 'text/plain': { schema: z.string() } } },
          ...problems('not-found', 'not-extracted'),
        },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const text = await archive.text(document.id)
      if (text === null) throw withoutResult(document)
      return reply.type('text/plain; charset=utf-8').send(text)
    },
  )
}
