import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { SampleList } from '../schemas.ts'

/** `GET /v1/samples`: the documents that are shipped with the product. */
export const listSamples: Route = (app, { archive, samples }) => {
  app.get(
    '/v1/samples',
    {
      schema: {
        operationId: 'listSamples',
        tags: ['samples'],
        summary: 'List the sample documents',
        querystring: LanguageQuery,
        response: { 200: SampleList, ...problems() },
      },
    },
    async () => {
      const list = await samples.list()
      const loaded = await Promise.all(list.map(sample => archive.find(sample.id)))
      return {
        samples: list.map(({ name, title, bytes }, i) => ({ name, title, bytes, document: loaded[i]?.id ?? null })),
      }
    },
  )
}
