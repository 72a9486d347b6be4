import { CodeList } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'

/** `GET /v1/codes`: what statements of reviewers may use. */
export const getCodes: Route = (app, { review }) => {
  app.get(
    '/v1/codes',
    {
      schema: {
        operationId: 'getCodes',
        tags: ['review'],
        summary: 'Get the codes of the rules, with their names',
        querystring: LanguageQuery,
        response: { 200: CodeList, ...problems() },
      },
    },
    async () => {
      const { indicators, areas, provinces } = await review.codes()
      return {
        indicators: [...indicators].map(([code, { label, units, mean }]) => ({ code, label, units: [...units], mean })),
        areas: [...areas].map(([code, name]) => ({ code, name })),
        provinces: [...provinces],
      }
    },
  )
}
