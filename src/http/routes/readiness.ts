import { findTools } from '../../tools/optional-tools.ts'
import type { Route } from '../app-context.ts'
import { Readiness } from '../schemas.ts'

/** `GET /readyz`: the server can take documents and read them; which optional programs were found. */
export const readiness: Route = (app, { archive, checkRules }) => {
  const checks = {
    database: () => archive.checkDatabase(),
    originals: () => archive.checkOriginals(),
    rules: checkRules,
  } as const satisfies Record<Readiness['checks'][number]['name'], () => Promise<void>>

  const run = async (name: keyof typeof checks): Promise<Readiness['checks'][number]> => {
    try {
      await checks[name]()
      return { name, ok: true, detail: null }
    } catch (error) {
      app.log.error({ err: error, check: name }, 'not ready')
      return { name, ok: false, detail: 'see the log' }
    }
  }

  app.get(
    '/readyz',
    {
      config: { public: true },
      schema: {
        operationId: 'readiness',
        tags: ['operation'],
        summary: 'Can documents be stored and read?',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const results = [await run('database'), await run('originals'), await run('rules')]
      const ready = results.every(result => result.ok)
      const tools = (await findTools()).map(({ name, tool }) => ({
        name,
        found: tool !== null,
        version: tool?.version ?? null,
      }))
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', checks: results, tools })
    },
  )
}
