import { z } from 'zod'
import { DecisionBatch, DecisionsMade } from '../../contract/index.ts'
import { ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { sendProblem } from '../errors.ts'
import { languageOf } from '../language.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { etagOf, tagsOf } from '../review/etag.ts'
import { issuesText } from '../validation-issues.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

const Headers = z.object({
  'if-match': z
    .string()
    .max(200)
    .optional()
    .describe('The ETag of the records that the decisions are made on. Needed.'),
})

/** `POST /v1/documents/{id}/decisions`: stores what a reviewer decides, all of it or nothing. */
export const decideOnRecords: Route = (app, { archive, review }) => {
  app.post(
    '/v1/documents/:id/decisions',
    {
      schema: {
        operationId: 'decideOnRecords',
        tags: ['review'],
        summary: 'Decide on records and flags of a document',
        description:
          'Confirm, correct, reject or add records, accept the suggestion of a flag or dismiss it, note something, undo a decision. All decisions sent are stored, or none. `If-Match` names the version that they are made on; where the document has changed since, the answer is `stale-version` and tells in `changed` what has.',
        params: DocumentParams,
        querystring: LanguageQuery,
        headers: Headers,
        body: DecisionBatch,
        response: {
          201: DecisionsMade,
          ...problems(
            'invalid-request',
            'cross-site',
            'not-found',
            'not-extracted',
            'version-needed',
            'stale-version',
            'document-assigned',
            'decision-refused',
            'too-large',
            'cannot-store',
          ),
        },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const [asked] = tagsOf(request.headers['if-match'], { weak: false })
      if (asked === undefined) throw new ProblemError(problem('version-needed'))
      const result = await review.decide(document.id, asked, request.body)
      if (result === null) throw withoutResult(document)
      switch (result.is) {
        case 'made': {
          const { version, decisions } = result
          return reply
            .code(201)
            .header('etag', etagOf(version))
            .send({ version, decisions: [...decisions] })
        }
        case 'stale': {
          const { version } = result.changed
          reply.header('etag', etagOf(version))
          return sendProblem(request, reply, problem('stale-version', { asked, version }), undefined, result.changed)
        }
        case 'held': {
          const { who, until } = result.held
          return sendProblem(
            request,
            reply,
            problem('document-assigned', { who, until: new Date(until).toISOString() }),
          )
        }
        case 'refused': {
          const language = languageOf(request.query, request.headers['accept-language'])
          const texts = (of: 'vi' | 'en') => result.issues.map(({ at, message }) => ({ at, message: message[of] }))
          const cause = problem('decision-refused', { vi: issuesText(texts('vi')), en: issuesText(texts('en')) })
          const issues = result.issues.map(({ at, code, message }) => ({ at, code, message: message[language] }))
          return sendProblem(request, reply, cause, issues)
        }
      }
    },
  )
}
