import { z } from 'zod'
import { release } from '../../archive/assignments.ts'
import { Reviewer } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument } from './find-document.ts'

/** `DELETE /v1/documents/{id}/assignment`: a reviewer gives a document back. */
export const releaseDocument: Route = (app, { archive }) => {
  app.delete(
    '/v1/documents/:id/assignment',
    {
      schema: {
        operationId: 'releaseDocument',
        tags: ['review'],
        summary: 'Give a document back',
        params: DocumentParams,
        querystring: LanguageQuery.extend({ who: Reviewer }),
        response: {
          204: z.null().describe('The reviewer does not have it, or not any more.'),
          ...problems('invalid-request', 'cross-site', 'not-found'),
        },
      },
    },
    async (request, reply) => {
      const { id } = await findDocument(archive, request.params.id)
      await release(archive.db, id, request.query.who)
      return reply.code(204).send(null)
    },
  )
}
