import type { Route } from '../app-context.ts'
import { Health } from '../schemas.ts'

/** `GET /healthz`: the process answers. */
export const health: Route<'version'> = (app, { version }) => {
  app.get(
    '/healthz',
    {
      config: { public: true },
      schema: {
        operationId: 'health',
        tags: ['operation'],
        summary: 'Is the process alive?',
        response: { 200: Health },
      },
    },
    async () => ({ status: 'ok' as const, version }),
  )
}
