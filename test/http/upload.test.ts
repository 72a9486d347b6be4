import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { DocumentId, UploadAnswer } from '../../src/http/schemas.ts'
import { filesBelow } from '../support/folder.ts'
import { openApp, settled, upload } from './support.ts'

const never = () => new Promise<never>(() => {})

test('when an upload is answered with 201, original and record are there', async () => {
  const { app, archive, folder } = await openApp({ extract: never })
  const answer = await upload(app, { 'kế hoạch.txt': '35 hợp tác xã' })
  expect(answer.statusCode).toBe(201)
  const { documents } = UploadAnswer.parse(answer.json())
  const [only] = documents
  expect(documents).toHaveLength(1)
  if (only?.outcome !== 'stored') throw new Error('not stored')
  expect(only).toMatchObject({
    file: 'kế hoạch.txt',
    document: { state: 'received', name: 'kế hoạch.txt', problem: null },
  })
  expect(answer.headers.location).toBe(`/v1/documents/${only.document.id}`)
  const sha256 = createHash('sha256').update('35 hợp tác xã').digest('hex')
  expect(await readFile(join(folder, 'originals', sha256.slice(0, 2), sha256), 'utf8')).toBe('35 hợp tác xã')
  expect((await archive.find(only.document.id))?.sha256).toBe(sha256)
})

test('reading goes on after the answer, until the state is final', async () => {
  const { app } = await openApp()
  const id: string = (await upload(app, { 'a.txt': '35 hợp tác xã' })).json().documents[0].document.id
  expect(await settled(app, id)).toMatchObject({ state: 'done', observations: 1, problem: null })
})

test('the same bytes again are answered with 200 and the document that is there', async () => {
  const { app } = await openApp({ extract: never })
  const first = (await upload(app, { 'a.txt': 'same' })).json()
  const again = await upload(app, { 'b.txt': 'same' })
  expect(again.statusCode).toBe(200)
  expect(again.json()).toMatchObject({
    documents: [{ outcome: 'known', file: 'b.txt', document: { id: first.documents[0].document.id, name: 'a.txt' } }],
  })
})

test('the same bytes from many clients at once make one document', async () => {
  const { app, archive } = await openApp({ extract: never })
  const answers = await Promise.all(Array.from({ length: 6 }, () => upload(app, { 'a.txt': 'same' })))
  expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 200, 200, 200, 200, 201])
  expect((await archive.list({}, null, 10)).total).toBe(1)
})

test('of several files each has its outcome; what cannot be taken does not stop the others', async () => {
  const { app } = await openApp({ environment: { TRICHLUC_MAX_BYTES: '10' }, extract: never })
  const answer = await upload(app, { 'a.txt': 'a', 'large.txt': '12345678901', 'empty.txt': '', 'b.txt': 'b' })
  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toMatchObject({
    documents: [
      { outcome: 'stored', file: 'a.txt' },
      { outcome: 'refused', file: 'large.txt', problem: { code: 'too-large', status: 413 } },
      { outcome: 'refused', file: 'empty.txt', problem: { code: 'empty-file', status: 422 } },
      { outcome: 'stored', file: 'b.txt' },
    ],
  })
})

test('more files than one request may hold are refused, and those before are stored', async () => {
  const { app, archive } = await openApp({ extract: never })
  const answer = await upload(app, Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.txt`, `${i}`])))
  expect(answer.json()).toMatchObject({
    status: 413,
    code: 'too-many-files',
    cause: { en: expect.stringContaining('200 files') },
  })
  expect((await archive.list({}, null, 1)).total).toBe(200)
})

test('a single file that is too large is answered with its problem, whole', async () => {
  const { app } = await openApp({ environment: { TRICHLUC_MAX_BYTES: '10' } })
  const answer = await upload(app, { 'large.txt': '12345678901' })
  expect(answer.statusCode).toBe(413)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toEqual({
    type: 'urn:trichluc:problem:too-large',
    title: 'Tệp quá lớn',
    status: 413,
    detail: 'Tệp lớn hơn giới hạn 10 byte. Chia nhỏ tệp, hoặc tăng TRICHLUC_MAX_BYTES trên máy chủ.',
    instance: '/v1/documents',
    code: 'too-large',
    titles: { vi: 'Tệp quá lớn', en: 'The file is too large' },
    cause: { vi: 'Tệp lớn hơn giới hạn 10 byte.', en: 'The file is larger than the limit of 10 bytes.' },
    cure: {
      vi: 'Chia nhỏ tệp, hoặc tăng TRICHLUC_MAX_BYTES trên máy chủ.',
      en: 'Split the file, or raise TRICHLUC_MAX_BYTES on the server.',
    },
    issues: [
      {
        at: 'large.txt',
        message: 'Tệp lớn hơn giới hạn 10 byte. Chia nhỏ tệp, hoặc tăng TRICHLUC_MAX_BYTES trên máy chủ.',
      },
    ],
  })
})

test('a file of 200 MB is refused, and neither memory nor the disk fills', async () => {
  const { app, folder } = await openApp({ environment: { TRICHLUC_MAX_BYTES: String(1024 * 1024) } })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const chunk = Buffer.alloc(256 * 1024, 'x')
  let highest = 0
  const body = Readable.from(
    (function* () {
      yield '--b\r\nContent-Disposition: form-data; name="file"; filename="big.txt"\r\n\r\n'
      for (let i = 0; i < 800; i++) {
        highest = Math.max(highest, process.memoryUsage.rss())
        yield chunk
      }
      yield '\r\n--b--\r\n'
    })(),
  )
  const before = process.memoryUsage.rss()
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const out = request(
      {
        host: '127.0.0.1',
        port,
        path: '/v1/documents',
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      },
      incoming => {
        incoming.resume()
        resolve(incoming.statusCode)
      },
    )
    out.on('error', reject)
    body.pipe(out)
  })
  expect(status).toBe(413)
  expect(highest - before).toBeLessThan(120 * 1024 * 1024)
  expect(await filesBelow(join(folder, 'originals'))).toEqual([])
})

test('an upload that is cut off leaves nothing', async () => {
  const { app, archive, folder } = await openApp()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const out = request({
    host: '127.0.0.1',
    port,
    path: '/v1/documents',
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 1_000_000 },
  })
  out.on('error', () => {})
  out.write(`--b\r\nContent-Disposition: form-data; name="file"; filename="half.txt"\r\n\r\n${'x'.repeat(100_000)}`)
  await expect.poll(() => filesBelow(join(folder, 'originals', 'incoming'))).toHaveLength(1)
  out.destroy()
  await expect.poll(() => filesBelow(join(folder, 'originals'))).toEqual([])
  expect((await archive.list({}, null, 10)).total).toBe(0)
})

test('a body that ends before its last part does is a problem of its own', async () => {
  const { app, folder } = await openApp()
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/documents?lang=en',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: '--b\r\nContent-Disposition: form-data; name="file"; filename="half.txt"\r\n\r\nhalf',
  })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'cut-off', title: 'The request was cut off' })
  expect(await filesBelow(join(folder, 'originals'))).toEqual([])
})

test.each([
  ['no part at all', 'multipart/form-data; boundary=b', '--b--\r\n', 400, 'no-file'],
  [
    'fields only',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
    400,
    'no-file',
  ],
  ['no boundary', 'multipart/form-data', 'x', 400, 'invalid-request'],
  ['a boundary that is too long', `multipart/form-data; boundary=${'b'.repeat(5000)}`, 'x', 400, 'invalid-request'],
  [
    'ten thousand fields',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(10_000),
    400,
    'invalid-request',
  ],
  [
    'a field that touches prototypes',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\n1\r\n--b--\r\n',
    400,
    'invalid-request',
  ],
  ['JSON', 'application/json', '{}', 415, 'not-multipart'],
  ['bytes without a form', 'application/pdf', '%PDF', 415, 'not-multipart'],
])('%s is refused', async (_what, type, payload, status, code) => {
  const { app } = await openApp()
  const answer = await app.inject({ method: 'POST', url: '/v1/documents', headers: { 'content-type': type }, payload })
  expect([answer.statusCode, answer.json().code]).toEqual([status, code])
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\kh.pdf', 'kh.pdf'],
  ['..', 'document'],
  ['a\u202efdp.exe', 'afdp.exe'],
  ['a\u0000b\u0007.txt', 'ab.txt'],
  ['Ke\u0302\u0301 hoa\u0323ch.txt', 'Kế hoạch.txt'],
  [`${'ê'.repeat(300)}.txt`, `${'ê'.repeat(196)}.txt`],
])('the file name %j is kept as %j', async (sent, kept) => {
  const { app } = await openApp({ extract: never })
  const encoded = encodeURIComponent(sent)
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/documents',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: `--b\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8''${encoded}\r\n\r\nx\r\n--b--\r\n`,
  })
  expect(answer.json().documents[0].document.name).toBe(kept)
  expect(DocumentId.safeParse(answer.json().documents[0].document.id).success).toBe(true)
})

test('an archive that cannot store says why, and goes on when it can again', async () => {
  const { app, folder } = await openApp({ extract: never })
  const incoming = join(folder, 'originals', 'incoming')
  await rm(incoming, { recursive: true })
  await writeFile(incoming, 'a file where a folder should be')
  const answer = await upload(app, { 'a.txt': 'a', 'b.txt': 'b' })
  expect(answer.statusCode).toBe(507)
  expect(answer.json()).toMatchObject({
    code: 'cannot-store',
    title: 'Không lưu được tệp',
    cause: {
      vi: 'Không ghi được vào kho: đường dẫn đi qua một tệp.',
      en: 'The archive cannot be written to: the path goes through a file.',
    },
  })
  await rm(incoming)
  await mkdir(incoming)
  expect((await upload(app, { 'a.txt': 'a' })).statusCode).toBe(201)
})
