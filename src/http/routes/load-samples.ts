import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { UploadAnswer } from '../schemas.ts'
import { uploadOutcomes } from '../upload-outcomes.ts'

/** `POST /v1/samples`: takes all samples into the archive. */
export const loadSamples: Route = (app, context) => {
  app.post(
    '/v1/samples',
    {
      config: { takesFiles: true },
      schema: {
        operationId: 'loadSamples',
        tags: ['samples'],
        summary: 'Load the sample documents into the archive',
        querystring: LanguageQuery,
        response: {
          200: UploadAnswer.describe('All were loaded already.'),
          201: UploadAnswer.describe('At least one is new in the archive.'),
          ...problems('cross-site', 'too-large', 'cannot-store', 'server-busy'),
        },
      },
    },
    async (request, reply) => {
      const outcomes = uploadOutcomes(context, request)
      for (const sample of await context.samples.list()) {
        await outcomes.take(context.samples.open(sample), sample.name)
      }
      context.reading.wake()
      return outcomes.answer(reply)
    },
  )
}
