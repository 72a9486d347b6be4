import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { problem } from '../../src/problem.ts'
import { temporaryFolder } from '../support/folder.ts'
import { installOnly } from '../support/programs.ts'
import { openApp } from './support.ts'

const HTML = { accept: 'text/html,application/xhtml+xml' }

test('the process says that it lives', async () => {
  const { app } = await openApp()
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok', version: '0.0.1' })
})

test('the server is ready when it can store and read, and says what it cannot', async () => {
  await installOnly({ soffice: 'echo "LibreOffice 7.4.7.2 40(Build:2)"' })
  const { app } = await openApp()
  const ready = await app.inject('/readyz')
  expect(ready.statusCode).toBe(200)
  expect(ready.json()).toEqual({
    status: 'ready',
    checks: [
      { name: 'database', ok: true, detail: null },
      { name: 'originals', ok: true, detail: null },
      { name: 'rules', ok: true, detail: null },
    ],
    tools: [
      { name: 'soffice', found: true, version: '7.4.7.2' },
      { name: 'tesseract', found: false, version: null },
    ],
  })
  const broken = await openApp({ extract: async () => ({ ok: false, problem: problem('no-text') }) })
  const notReady = await broken.app.inject('/readyz')
  expect(notReady.statusCode).toBe(503)
  expect(notReady.json().checks[2]).toEqual({ name: 'rules', ok: false, detail: 'see the log' })
})

test('a fault of the program is answered with an incident and nothing of its inside', async () => {
  const { app, archive } = await openApp()
  Object.assign(archive, { facets: () => Promise.reject(new Error('secret /path')) })
  const answer = await app.inject('/v1/facets')
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('secret')
  const { incident } = answer.json()
  expect(incident).toMatch(/^[0-9a-f-]{36}$/)
  expect(answer.json()).toEqual({
    type: 'urn:trichluc:problem:internal',
    title: 'Lỗi của chương trình',
    status: 500,
    detail: `Chương trình gặp lỗi không ngờ tới. Thử lại; nếu vẫn lỗi, gửi mã ${incident} cho người quản trị.`,
    instance: '/v1/facets',
    code: 'internal',
    titles: { vi: 'Lỗi của chương trình', en: 'A fault of the program' },
    cause: { vi: 'Chương trình gặp lỗi không ngờ tới.', en: 'The program met a fault that it did not expect.' },
    cure: {
      vi: `Thử lại; nếu vẫn lỗi, gửi mã ${incident} cho người quản trị.`,
      en: `Try again; if it stays, give the incident ${incident} to the administrator.`,
    },
    incident,
  })
})

test.each([
  ['GET', '/v1/nothing', 404, 'unknown-address'],
  ['DELETE', '/v1/documents/x', 404, 'unknown-address'],
  ['GET', '/%zz', 400, 'invalid-request'],
  ['GET', '/../../package.json', 404, 'unknown-address'],
] as const)('%s %s is answered with a problem', async (method, url, status, code) => {
  const { app } = await openApp()
  const answer = await app.inject({ method, url })
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
})

test('without built pages the first page says so', async () => {
  const { app } = await openApp()
  const answer = await app.inject({ url: '/', headers: HTML })
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('npm run build')
})

test('a browser gets the page at the addresses of the pages, a program a problem', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(folder, 'favicon.svg'), '<svg/>')
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'x-123.js'), 'x')
  const { app } = await openApp({ pages: pathToFileURL(`${folder}/`) })
  for (const url of ['/', '/documents/0123', '/documents/0123?record=o1']) {
    const answer = await app.inject({ url, headers: HTML })
    expect([url, answer.statusCode, answer.body]).toEqual([url, 200, '<!doctype html><title>page</title>'])
    expect(answer.headers['cache-control']).toBe('no-cache')
  }
  expect((await app.inject('/assets/x-123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await app.inject('/favicon.svg')).headers['content-type']).toBe('image/svg+xml')
  for (const url of ['/assets/none.js', '/assets/..%2findex.html', '/assets/']) {
    expect([url, (await app.inject(url)).json().code]).toEqual([url, 'unknown-address'])
  }
  const unknown = await app.inject({ url: '/nothing', headers: HTML })
  expect([unknown.statusCode, unknown.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  expect((await app.inject('/nothing')).json().code).toBe('unknown-address')
  expect((await app.inject({ url: '/v1/nothing', headers: HTML })).json().code).toBe('unknown-address')
})

test('pages may load from this server only', async () => {
  const { app } = await openApp()
  for (const url of ['/', '/docs', '/v1/documents']) {
    const { headers } = await app.inject(url)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('script-src')
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})
