import { expect, test } from 'vitest'
import { openApp } from './support.ts'

const ROUTES = [
  'GET /v1/documents/{id}/records',
  'GET /v1/documents/{id}/records.csv',
  'POST /v1/documents/{id}/decisions',
  'GET /v1/documents/{id}/decisions',
  'POST /v1/documents/{id}/drafts',
  'POST /v1/documents/{id}/assignment',
  'DELETE /v1/documents/{id}/assignment',
  'GET /v1/review/next',
  'GET /v1/review/statistics',
  'GET /v1/review/misreadings',
  'POST /v1/documents',
  'GET /v1/documents',
  'GET /v1/documents/{id}',
  'GET /v1/documents/{id}/extraction',
  'GET /v1/documents/{id}/text',
  'GET /v1/documents/{id}/original',
  'GET /v1/documents/{id}/pages',
  'GET /v1/documents/{id}/pages/{page}',
  'GET /v1/documents/{id}/explain',
  'GET /v1/facets',
  'GET /v1/codes',
  'POST /v1/backfills',
  'GET /v1/backfills',
  'GET /v1/backfills/{id}',
  'GET /v1/backfills/{id}/items',
  'GET /v1/backfills/{id}/items.csv',
  'GET /v1/backfills/{id}/causes',
  'GET /v1/backfills/{id}/events',
  'POST /v1/backfills/{id}/retry-failed',
  'GET /v1/samples',
  'POST /v1/samples',
  'GET /v1/archive',
  'POST /v1/reextractions',
  'GET /v1/reextractions',
  'GET /v1/reextractions/{id}',
  'GET /healthz',
  'GET /metrics',
  'GET /readyz',
]

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>
  >
}

interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, { readonly examples?: unknown[] }>> }
}

const describeApi = async (): Promise<Description> => {
  const { app } = await openApp()
  return (await app.inject('/openapi.json')).json()
}

const operations = (description: Description) =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
  )

test('the description lists every route, each with a name, a summary and its errors', async () => {
  const description = await describeApi()
  expect(description.openapi).toBe('3.1.0')
  const all = operations(description)
  expect(all.map(({ route }) => route).sort()).toEqual([...ROUTES].sort())
  expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(ROUTES.length)
  for (const { route, operation } of all) {
    expect([route, operation.summary]).toEqual([route, expect.stringMatching(/\w/)])
    if (!route.includes('/v1/')) continue
    for (const status of ['401', '421', '500']) {
      expect([route, Object.keys(operation.responses[status]?.content ?? {})]).toEqual([
        route,
        ['application/problem+json'],
      ])
    }
  }
})

test('every reference of the description leads to a schema, and none is unnamed', async () => {
  const description = await describeApi()
  const names = Object.keys(description.components.schemas)
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1] ?? '')
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) {
    expect(names.map(name => `#/components/schemas/${name}`)).toContain(reference)
  }
  expect(names.filter(name => name.startsWith('__'))).toEqual([])
  expect(description.components.schemas.Document?.examples).toHaveLength(1)
})

test('an upload is described as a form of files', async () => {
  const { paths } = await describeApi()
  expect(paths['/v1/documents']?.post).toMatchObject({
    requestBody: {
      content: {
        'multipart/form-data': {
          schema: { properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } } },
        },
      },
    },
  })
})

test('the description can be browsed', async () => {
  const { app } = await openApp()
  const page = await app.inject('/docs')
  expect(page.statusCode).toBe(200)
  expect((await app.inject('/docs/static/swagger-initializer.js')).body).toContain('/openapi.json')
})
