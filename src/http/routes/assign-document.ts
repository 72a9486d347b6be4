import { assign } from '../../archive/assignments.ts'
import { Assignment, AssignmentRequest } from '../../contract/index.ts'
import { ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument } from './find-document.ts'

/** `POST /v1/documents/{id}/assignment`: a reviewer takes a document for a time. */
export const assignDocument: Route = (app, { archive }) => {
  app.post(
    '/v1/documents/:id/assignment',
    {
      schema: {
        operationId: 'assignDocument',
        tags: ['review'],
        summary: 'Take a document to review it',
        description:
          'Others cannot decide on it then (423), and are not offered it. It ends by itself after the minutes; asked for again by the same reviewer, it goes on.',
        params: DocumentParams,
        querystring: LanguageQuery,
        body: AssignmentRequest,
        response: { 200: Assignment, ...problems('invalid-request', 'cross-site', 'not-found', 'document-assigned') },
      },
    },
    async request => {
      const { id } = await findDocument(archive, request.params.id)
      const { who, minutes } = request.body
      const held = await assign(archive.db, id, who, minutes * 60_000)
      const until = new Date(held.until).toISOString()
      if (held.who !== who) throw new ProblemError(problem('document-assigned', { who: held.who, until }))
      return { document: id, who, since: new Date(held.since).toISOString(), until }
    },
  )
}
