import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const DOCS_POLICY = {
  'default-src': "'self'",
  'img-src': ["'self'", 'data:'],
  'style-src': ["'self'", "'unsafe-inline'"],
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

/** Collects the routes' schemas. To be called before the routes are added. */
export async function describeApi(app: FastifyInstance, version: string, asksForToken: boolean): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'trichluc',
        version,
        description:
          'Reads old Vietnamese plan documents and gives back every statistic in them as a structured, sourced record. Errors are problem details (RFC 9457) with cause and cure in Vietnamese and English.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'documents', description: 'Upload, list, read.' },
        { name: 'review', description: 'What reviewers decide, and what there is to be decided.' },
        { name: 'samples', description: 'Documents to try it on.' },
        { name: 'operation', description: 'For those who run the server.' },
      ],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      ...(asksForToken ? { security: [{ token: [] }] } : {}),
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

/** `/openapi.json`, and `/docs` to browse it. */
export async function serveApiDescription(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger())),
  )
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: DOCS_POLICY,
    uiConfig: { url: '/openapi.json', validatorUrl: null, deepLinking: true },
  })
}
