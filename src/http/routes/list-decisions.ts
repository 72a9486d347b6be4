import { DecisionHistory, DecisionHistoryQuery } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { etagOf } from '../review/etag.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

/** `GET /v1/documents/{id}/decisions`: all that reviewers have decided on a document. */
export const listDecisions: Route = (app, { archive, review }) => {
  app.get(
    '/v1/documents/:id/decisions',
    {
      schema: {
        operationId: 'listDecisions',
        tags: ['review'],
        summary: 'Get the history of decisions on a document',
        description:
          'In the order in which they were made, with what each replaced, a page at a time. None is ever changed or removed.',
        params: DocumentParams,
        querystring: LanguageQuery.extend(DecisionHistoryQuery.shape),
        response: { 200: DecisionHistory, ...problems('invalid-request', 'not-found', 'not-extracted') },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const { after, limit } = request.query
      const history = await review.history(document.id, after, limit)
      if (history === null) throw withoutResult(document)
      return reply.header('etag', etagOf(history.version)).send(history)
    },
  )
}
