import { DecisionHistory } from '../../contract/index.ts'
import { standing } from '../../review/standing.ts'
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
        description: 'In the order in which they were made, with what each replaced. None is ever changed or removed.',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: { 200: DecisionHistory, ...problems('not-found', 'not-extracted') },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const history = await review.history(document.id)
      if (history === null) throw withoutResult(document)
      const { version, decisions } = history
      const stands = new Set(standing(decisions))
      const undone = decisions.filter(decision => !stands.has(decision)).map(({ id }) => id)
      return reply.header('etag', etagOf(version)).send({ version, decisions: [...decisions], undone })
    },
  )
}
