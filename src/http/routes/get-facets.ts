import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { Facets } from '../schemas.ts'

/** `GET /v1/facets`: what the list can be filtered by. */
export const getFacets: Route = (app, { archive }) => {
  app.get(
    '/v1/facets',
    {
      schema: {
        operationId: 'getFacets',
        tags: ['documents'],
        summary: 'Get the values that documents can be filtered by',
        querystring: LanguageQuery,
        response: { 200: Facets, ...problems() },
      },
    },
    async () => {
      const { documents, states, areas, years, kinds, issuers, reviews } = await archive.facets()
      return {
        documents,
        states: [...states],
        areas: [...areas],
        years: [...years],
        kinds: [...kinds],
        issuers: [...issuers],
        reviews: [...reviews],
      }
    },
  )
}
