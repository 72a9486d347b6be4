import { z } from 'zod'
import type { Route } from '../app-context.ts'
import { problems } from '../responses.ts'

/** `GET /metrics`: the figures of operation, for Prometheus. */
export const metrics: Route<'metrics'> = (app, context) => {
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'metrics',
        tags: ['operation'],
        summary: 'Figures of operation for Prometheus',
        description:
          'Documents by state, the queue, time of reading and of its stages, requests, memory (of the processes that read, too) and processor. With a token configured, Prometheus sends it as a bearer token.',
        response: {
          200: {
            description: 'Prometheus’ text format.',
            content: { 'text/plain': { schema: z.string() } },
          },
          ...problems(),
        },
      },
    },
    async (_request, reply) => {
      const text = await context.metrics.text()
      return reply
        .type(context.metrics.contentType)
        .serializer(payload => String(payload))
        .send(text)
    },
  )
}
