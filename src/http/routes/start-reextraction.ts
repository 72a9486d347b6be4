import { z } from 'zod'
import { Reextraction } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'

const Query = LanguageQuery.extend({
  scope: z
    .enum(['all', 'changed', 'everything'])
    .default('changed')
    .describe(
      '`changed`: only documents that the change of rules can affect; `all`: whatever other rules have read; `everything`: the rest, too.',
    ),
})

/** `POST /v1/reextractions`: reads documents anew that another engine or other rules have read. */
export const startReextraction: Route = (app, { reextractions }) => {
  app.post(
    '/v1/reextractions',
    {
      schema: {
        operationId: 'startReextraction',
        tags: ['operation'],
        summary: 'Read documents anew by the present rules',
        description:
          'Queues documents whose extraction is by another engine or other rules, behind all that waits. Old extractions are kept. A run of this kind that is not over is gone on with. Ask for the run until its `impact` is there.',
        querystring: Query,
        response: { 202: Reextraction, ...problems('invalid-request', 'cross-site') },
      },
    },
    async (request, reply) => reply.code(202).send(await reextractions.begin(request.query.scope)),
  )
}
