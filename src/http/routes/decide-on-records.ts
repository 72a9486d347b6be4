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
    .max(1000)
    .optional()
    .describe(
      'The ETag of the records that the decisions are made on. Needed; of several (RFC 9110, 13.1.1) one must be that of now. `*` names none and is refused.',
    ),
})

/** `POST /v1/documents/{id}/decisions`: stores what a reviewer decides, all of it or nothing. */
export const decideOnRecords: Route = (app, { archive, review }) => {
  app.post(
    '/v1/documents/:id/decisions',
    {
      schema: {
        operationId: 'decideOnRecords',
        tags: ['review'],
        summary: 'Decide on the header, records and flags of a document',
        description:
          'Confirm, correct, reject or add records, accept the suggestion of a flag or dismiss it, correct fields of the document’s header, note something, undo a decision. All decisions sent are stored, or none. `If-Match` names the version that they are made on; where the document has changed since, the answer is `stale-version` and tells in `changed` what has.',
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
            'any-version',
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
      const header = request.headers['if-match']
      if (header?.trim() === '*') throw new ProblemError(problem('any-version'))
      const asked = tagsOf(header, { weak: false })
      if (asked.length === 0) throw new ProblemError(problem('version-needed'))
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
          const stale = problem('stale-version', { asked: asked.join(', '), version })
          reply.header('etag', etagOf(version))
          return sendProblem(request, reply, stale, undefined, result.changed)
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
