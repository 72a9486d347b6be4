import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendUnknownAddress } from './errors.ts'
import { wantsPage } from './security/sign-in-page.ts'

/** Where the build puts the pages; the same folder from `src/http` and from `dist/http`. */
export const PAGES_FOLDER = new URL('../../dist/web/', import.meta.url)

const NOT_BUILT =
  'Chưa có các trang: chạy "npm run build" rồi khởi động lại. API vẫn hoạt động, xem /docs.\n' +
  'The pages are not built: run "npm run build" and start again. The API works, see /docs.\n'

/** Addresses that the pages give a meaning to. */
const PAGES = ['/', '/dashboard', '/documents/:id', '/review', '/backfills', '/backfills/:id'] as const

/** Serves the built pages. A browser that asks for an unknown address gets the page that says so, a program a problem. */
export async function servePages(app: FastifyInstance, folder: URL): Promise<void> {
  const root = fileURLToPath(folder)
  if (!existsSync(new URL('index.html', folder))) {
    app.get('/', { schema: { hide: true } }, (_request, reply) =>
      reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT),
    )
    app.setNotFoundHandler(sendUnknownAddress)
    return
  }
  await app.register(fastifyStatic, {
    root,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names below assets/ hold the hash of their content.
      const forEver = path.includes('/assets/') || path.includes('\\assets\\')
      reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const sendPage = (_request: FastifyRequest, reply: FastifyReply) => reply.sendFile('index.html')
  for (const address of PAGES) app.get(address, { schema: { hide: true } }, sendPage)
  app.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true } }, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`),
  )
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'index.html') continue
    app.get(`/${entry.name}`, { schema: { hide: true } }, (_request, reply) => reply.sendFile(entry.name))
  }
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request) ? reply.code(404).sendFile('index.html') : sendUnknownAddress(request, reply),
  )
}
