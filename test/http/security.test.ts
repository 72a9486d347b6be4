import { expect, test } from 'vitest'
import { hasSession, newSession, SESSION_COOKIE } from '../../src/http/security/session.ts'
import { localAddress } from '../../src/http/security/sign-in-page.ts'
import { openApp, TOKEN } from './support.ts'

const withToken = { environment: { TRICHLUC_TOKEN: TOKEN } }
const BEARER = { authorization: `Bearer ${TOKEN}` }
const HTML = { accept: 'text/html' }

test('with a token, a request without it is refused, whatever it asks for', async () => {
  const { app } = await openApp(withToken)
  for (const url of ['/v1/documents', '/v1/samples', '/openapi.json', '/docs', '/nothing', '/']) {
    const answer = await app.inject(url)
    expect([url, answer.statusCode]).toEqual([url, 401])
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="trichluc"')
  }
  expect((await app.inject('/v1/documents')).json()).toEqual({
    type: 'urn:trichluc:problem:unauthorised',
    title: 'Cần mã truy cập',
    status: 401,
    detail: 'Yêu cầu không kèm mã truy cập đúng. Gửi tiêu đề Authorization: Bearer <mã>.',
    instance: '/v1/documents',
    code: 'unauthorised',
    titles: { vi: 'Cần mã truy cập', en: 'A token is needed' },
    cause: { vi: 'Yêu cầu không kèm mã truy cập đúng.', en: 'The request does not carry the right token.' },
    cure: { vi: 'Gửi tiêu đề Authorization: Bearer <mã>.', en: 'Send the header Authorization: Bearer <token>.' },
  })
})

test('with the token it is answered; with a wrong one, a part of it or another scheme it is not', async () => {
  const { app } = await openApp(withToken)
  expect((await app.inject({ url: '/v1/documents', headers: BEARER })).statusCode).toBe(200)
  for (const authorization of [`Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`, TOKEN, 'Bearer ']) {
    expect((await app.inject({ url: '/v1/documents', headers: { authorization } })).statusCode).toBe(401)
  }
  expect((await app.inject(`/v1/documents?token=${TOKEN}`)).statusCode).toBe(401)
})

test('an upload without the token is refused before its body is read', async () => {
  const { app, archive } = await openApp(withToken)
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/documents',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: '--b',
  })
  expect(answer.statusCode).toBe(401)
  expect((await archive.list({}, null, 1)).total).toBe(0)
})

test('health is told without a token', async () => {
  const { app } = await openApp(withToken)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  expect((await app.inject('/readyz')).statusCode).toBe(200)
})

test('a browser is asked for the token by a page, and gets a cookie for it', async () => {
  const { app } = await openApp(withToken)
  const asked = await app.inject({ url: '/documents/x?a=1&b="><script>', headers: HTML })
  expect(asked.statusCode).toBe(401)
  expect(asked.body).toContain('<form method="post" action="/sign-in">')
  expect(asked.body).not.toContain('<script>')

  const form = (token: string) => ({
    method: 'POST' as const,
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ token, next: '/documents/x?a=1' }).toString(),
  })
  const wrong = await app.inject(form('wrong'))
  expect(wrong.statusCode).toBe(401)
  expect(wrong.headers['set-cookie']).toBeUndefined()
  expect(wrong.body).toContain('Mã truy cập không đúng.')

  const right = await app.inject(form(TOKEN))
  expect([right.statusCode, right.headers.location]).toEqual([303, '/documents/x?a=1'])
  const cookie = String(right.headers['set-cookie'])
  expect(cookie).toMatch(/; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/)
  expect(cookie).not.toContain(TOKEN)
  const value = cookie.split(';')[0] ?? ''
  expect((await app.inject({ url: '/v1/documents', headers: { cookie: value } })).statusCode).toBe(200)
  expect((await app.inject({ url: '/v1/documents', headers: { cookie: `${value}x` } })).statusCode).toBe(401)
})

test('a session ends with its time and with its token', () => {
  const header = `a=b; ${SESSION_COOKIE}=${newSession(TOKEN, 1000)}`
  expect(hasSession(header, TOKEN, 2000)).toBe(true)
  expect(hasSession(header, `${TOKEN}2`, 2000)).toBe(false)
  expect(hasSession(header, TOKEN, 1000 + 12 * 3600 * 1000)).toBe(false)
  const [, signature] = newSession(TOKEN, 1000).split('.')
  expect(hasSession(`${SESSION_COOKIE}=99999999999999.${signature}`, TOKEN, 2000)).toBe(false)
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nSet-Cookie: x', ''])(
  'after signing in nobody is sent to %j',
  address => {
    expect(localAddress(address)).toBe('/')
  },
)

test('bound to this machine, the server answers to its names only', async () => {
  const { app } = await openApp()
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST']) {
    expect([host, (await app.inject({ url: '/v1/documents', headers: { host } })).statusCode]).toEqual([host, 200])
  }
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8080', '10.0.0.1', '[::2]']) {
    expect([host, (await app.inject({ url: '/v1/documents', headers: { host } })).json().code]).toEqual([
      host,
      'foreign-host',
    ])
  }
})

test('bound to the network with a token, any name will do', async () => {
  const { app } = await openApp({ environment: { HOST: '0.0.0.0', TRICHLUC_TOKEN: TOKEN } })
  expect((await app.inject({ url: '/v1/documents', headers: { ...BEARER, host: 'archive.example' } })).statusCode).toBe(
    200,
  )
})

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://localhost:81' }, 403],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 201],
  [{ origin: 'http://localhost' }, 201],
  [{}, 201],
])('a request that changes something, with %j, is answered with %i', async (headers, status) => {
  const { app } = await openApp()
  const answer = await app.inject({ method: 'POST', url: '/v1/samples', headers: { host: 'localhost', ...headers } })
  expect(answer.statusCode).toBe(status)
})
