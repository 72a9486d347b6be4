import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openApp, upload } from './support.ts'

test('short of memory, the server takes no files, says when to come again, and answers all else', async () => {
  const { app, archive } = await openApp({ pressure: { memory: 1, uploads: 10 } })
  const refused = await upload(app, { 'a.txt': 'a' })
  expect(refused.statusCode).toBe(503)
  expect(refused.headers['retry-after']).toBe('15')
  expect(refused.json()).toMatchObject({ code: 'server-busy' })
  expect((await app.inject({ method: 'POST', url: '/v1/samples' })).statusCode).toBe(503)
  expect((await app.inject('/v1/documents')).statusCode).toBe(200)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  expect((await archive.list({}, null, 1)).total).toBe(0)
})

/** A server that takes one request with files at a time, and one that has begun. */
const withSlowUpload = async () => {
  const { app } = await openApp({ pressure: { memory: Number.MAX_SAFE_INTEGER, uploads: 1 } })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const begun = once(app.server, 'request')
  const slow = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/v1/documents', headers })
  slow.on('error', () => {})
  onTestFinished(() => void slow.destroy())
  slow.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\na')
  await begun
  const other = async () => (await upload(app, { 'b.txt': 'b' })).statusCode
  return { slow, other }
}

test('more requests with files at once than the server takes are refused until one of them has ended', async () => {
  const { slow, other } = await withSlowUpload()
  expect(await other()).toBe(503)
  const answer = once(slow, 'response')
  slow.end('\r\n--x--\r\n')
  expect((await answer)[0].statusCode).toBe(201)
  await expect.poll(other).toBe(201)
})

test('a request with files that breaks off no longer counts', async () => {
  const { slow, other } = await withSlowUpload()
  expect(await other()).toBe(503)
  slow.destroy()
  await expect.poll(other).toBe(201)
})
