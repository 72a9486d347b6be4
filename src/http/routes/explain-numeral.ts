import { z } from 'zod'
import { Explanation } from '../../contract/index.ts'
import { ProblemError } from '../../problem.ts'
import { LOST_ATTEMPTS } from '../../work/pool/lost-attempt.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

const Query = LanguageQuery.extend({
  offset: z.coerce.number().int().min(0).describe('UTF-16 offset into the document’s text, at a digit of the number.'),
})

/** `GET /v1/documents/{id}/explain`: why one number of a document is what it is, as `trichluc explain` tells. */
export const explainNumeral: Route = (app, { archive, explain, config }) => {
  app.get(
    '/v1/documents/:id/explain',
    {
      schema: {
        operationId: 'explainNumeral',
        tags: ['documents'],
        summary: 'Get the reasons for one number of a document',
        description:
          'The original is read again with the rules of now; `engine` tells whether they are those of the extraction. For a statistic: where each attribute came from, the rules that match, and, where none names its indicator, those that came nearest. For any other numeral: what accounts for it.',
        params: DocumentParams,
        querystring: Query,
        response: {
          200: Explanation,
          ...problems(
            'not-found',
            'no-numeral',
            'not-extracted',
            'invalid-request',
            ...LOST_ATTEMPTS,
            'reading-interrupted',
            'temporary-full',
          ),
        },
      },
    },
    async request => {
      const document = await findDocument(archive, request.params.id)
      if ((await archive.text(document.id)) === null) throw withoutResult(document)
      const { offset } = request.query
      const result = await explain(await archive.original(document), { offset }, config.limits)
      if (!result.ok) throw new ProblemError(result.problem)
      const [explanation] = result.explanations
      if (explanation === undefined) throw new Error('an explanation that went well explains nothing')
      return explanation
    },
  )
}
