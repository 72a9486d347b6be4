import { type AddressInfo, connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { ProblemDetails } from '../../src/http/schemas.ts'
import { openApp } from './support.ts'

/** Sends bytes that no HTTP client would, and gives the status and the body of the answer. */
const send = async (app: FastifyInstance, bytes: string): Promise<{ status: number; problem: ProblemDetails }> => {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const answer = await new Promise<string>(resolve => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', chunk => {
      text += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
    socket.write(bytes)
  })
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2)
  expect(head).toContain('application/problem+json')
  return { status: Number(head.split(' ', 2)[1]), problem: ProblemDetails.parse(JSON.parse(body)) }
}

test.each([
  ['no HTTP at all', 'HELLO\r\n\r\n', 400, 'invalid-request'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}`, 431, 'headers-too-large'],
  [
    'two lengths',
    'POST /v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
    'invalid-request',
  ],
  ['no host', 'GET /v1/documents HTTP/1.1\r\nConnection: close\r\n\r\n', 421, 'foreign-host'],
])('%s is answered with a problem in both languages, and the server goes on', async (_what, bytes, status, code) => {
  const { app } = await openApp()
  const answer = await send(app, bytes)
  expect([answer.status, answer.problem.code]).toEqual([status, code])
  expect(answer.problem.cause.vi).not.toBe(answer.problem.cause.en)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
})

test('what is wrong with a request is said in Vietnamese and in English', async () => {
  const { app } = await openApp()
  const json = { 'content-type': 'application/json' }
  const answers = [
    await app.inject({ method: 'POST', url: '/v1/samples', headers: json, payload: '{' }),
    await app.inject('/%zz'),
    await app.inject('/v1/documents?year=abc'),
  ]
  expect(answers.map(answer => answer.json<ProblemDetails>().cause)).toEqual([
    { vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
    { vi: 'Địa chỉ chứa mã %XX sai.', en: 'The address holds a %XX code that is not valid.' },
    { vi: 'year: Đầu vào không hợp lệ: mong đợi số.', en: 'year: Invalid input: expected number.' },
  ])
})

test('an id of any length names no document', async () => {
  const { app } = await openApp()
  for (const id of ['x', '..%2f..%2fetc%2fpasswd', '%00', 'a'.repeat(5000)]) {
    expect((await app.inject(`/v1/documents/${id}/original`)).statusCode).toBe(404)
  }
})
