import { z } from 'zod'
import { Reextraction } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'

const LIMIT = 50

const Summary = Reextraction.omit({ failures: true, impact: true })

/** `GET /v1/reextractions`: the newest runs, without what came of them. */
export const listReextractions: Route = (app, { reextractions }) => {
  app.get(
    '/v1/reextractions',
    {
      schema: {
        operationId: 'listReextractions',
        tags: ['operation'],
        summary: `List the ${LIMIT} newest runs that read documents anew`,
        querystring: LanguageQuery,
        response: { 200: z.object({ reextractions: z.array(Summary) }), ...problems() },
      },
    },
    async () => ({
      reextractions: (await reextractions.newest(LIMIT)).map(({ failures: _, impact: __, ...summary }) => summary),
    }),
  )
}
