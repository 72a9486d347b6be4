import { z } from 'zod'
import { Reextraction } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'

/** `GET /v1/reextractions/{id}`: how a run stands, which documents failed, and what came of it. */
export const getReextraction: Route = (app, { reextractions }) => {
  app.get(
    '/v1/reextractions/:id',
    {
      schema: {
        operationId: 'getReextraction',
        tags: ['operation'],
        summary: 'Get a run that reads documents anew',
        params: z.object({ id: z.string().max(200).describe('The run’s id.') }),
        querystring: LanguageQuery,
        response: { 200: Reextraction, ...problems('no-such-reextraction') },
      },
    },
    request => reextractions.find(request.params.id),
  )
}
