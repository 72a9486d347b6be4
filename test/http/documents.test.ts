import { expect, test } from 'vitest'
import { Extraction } from '../../src/contract/index.ts'
import { ArchivedDocument, DocumentPage, Facets } from '../../src/http/schemas.ts'
import { problem } from '../../src/problem.ts'
import type { Extract } from '../../src/work/reading.ts'
import { extractionOf, readAnything } from '../support/extraction.ts'
import { openApp, settled, upload } from './support.ts'

const damaged: Extract = async () => ({ ok: false, problem: problem('damaged-file', { detail: 'xref' }) })

const uploadOne = async (app: Parameters<typeof upload>[0], name: string, content: string): Promise<string> =>
  (await upload(app, { [name]: content })).json().documents[0].document.id

test('a document has its record, its extraction, its text and its original', async () => {
  const { app } = await openApp()
  const text = 'Thành lập mới 35 hợp tác xã'
  const id = await uploadOne(app, 'Kế hoạch "1".txt', text)
  const document = await settled(app, id)
  expect(ArchivedDocument.parse(document)).toMatchObject({
    id,
    state: 'done',
    observations: 1,
    mediaType: 'text/plain',
  })

  const extraction = await app.inject(`/v1/documents/${id}/extraction`)
  expect(extraction.headers['content-type']).toBe('application/json; charset=utf-8')
  const expected = await readAnything(Buffer.from(text), 'Kế hoạch "1".txt', {
    maxBytes: 1,
    maxPages: 1,
    maxCharacters: 1,
  })
  expect(Extraction.parse(extraction.json())).toEqual(expected.ok && expected.extraction)

  const read = await app.inject(`/v1/documents/${id}/text`)
  expect([read.headers['content-type'], read.body]).toEqual(['text/plain; charset=utf-8', text])

  const original = await app.inject(`/v1/documents/${id}/original`)
  expect(original.rawPayload).toEqual(Buffer.from(text))
  expect(original.headers).toMatchObject({
    'content-type': 'text/plain',
    'content-length': String(Buffer.byteLength(text)),
    'content-disposition': `attachment; filename="Ke hoach _1_.txt"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%221%22.txt`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('a failed document carries its problem, and has no result', async () => {
  const { app } = await openApp({ extract: damaged })
  const id = await uploadOne(app, 'a.pdf', 'x')
  await settled(app, id)
  expect((await app.inject(`/v1/documents/${id}?lang=en`)).json()).toMatchObject({
    state: 'failed',
    observations: null,
    problem: {
      type: 'urn:trichluc:problem:damaged-file',
      title: 'The file is damaged',
      status: 422,
      detail: 'The file is cut off or damaged: xref. Copy the original file again and send it.',
      instance: `/v1/documents/${id}`,
      code: 'damaged-file',
      titles: { vi: 'Tệp hỏng', en: 'The file is damaged' },
      cause: { vi: 'Tệp bị cắt hoặc hỏng: xref.', en: 'The file is cut off or damaged: xref.' },
      cure: { vi: 'Sao chép lại tệp gốc và gửi lại.', en: 'Copy the original file again and send it.' },
    },
  })
  for (const part of ['extraction', 'text']) {
    const answer = await app.inject(`/v1/documents/${id}/${part}`)
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'not-extracted'])
  }
  expect((await app.inject(`/v1/documents/${id}/original`)).body).toBe('x')
})

test('a document that lost a page is partial', async () => {
  const lost = { level: 'error', code: 'page-lost', text: { vi: 'Mất trang 3', en: 'Page 3 is lost' } } as const
  const { app } = await openApp({
    extract: async (bytes, name) => ({ ok: true, extraction: extractionOf(bytes, name, { messages: [lost] }) }),
  })
  expect(await settled(app, await uploadOne(app, 'a.txt', 'a'))).toMatchObject({ state: 'partial', problem: null })
})

test('the text is that as read, and readable where that is asked for', async () => {
  const repairs = [{ start: 0, end: 3, text: 'hợp' }]
  const { app } = await openApp({
    extract: async (bytes, name) => ({ ok: true, extraction: extractionOf(bytes, name, { repairs }) }),
  })
  const { id } = await settled(app, await uploadOne(app, 'a.txt', 'hîp tác xã'))
  expect((await app.inject(`/v1/documents/${id}/text`)).body).toBe('hîp tác xã')
  expect((await app.inject(`/v1/documents/${id}/text?form=readable`)).body).toBe('hợp tác xã')
  expect((await app.inject(`/v1/documents/${id}/text?form=other`)).statusCode).toBe(400)
})

test.each(['', '/extraction', '/text', '/original'])('an unknown document%s is not found', async part => {
  const { app } = await openApp()
  const answer = await app.inject(`/v1/documents/nothing${part}`)
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toEqual({
    type: 'urn:trichluc:problem:not-found',
    title: 'Không tìm thấy tài liệu',
    status: 404,
    detail: 'Kho không có tài liệu nothing. Kiểm tra địa chỉ, hoặc tìm tài liệu trong kho (GET /v1/documents).',
    instance: `/v1/documents/nothing${part}`,
    code: 'not-found',
    titles: { vi: 'Không tìm thấy tài liệu', en: 'There is no such document' },
    cause: { vi: 'Kho không có tài liệu nothing.', en: 'The archive has no document nothing.' },
    cure: {
      vi: 'Kiểm tra địa chỉ, hoặc tìm tài liệu trong kho (GET /v1/documents).',
      en: 'Check the address, or look for the document in the archive (GET /v1/documents).',
    },
  })
})

test('the list is paged by its cursor and filtered', async () => {
  const { app } = await openApp()
  for (const name of ['a', 'b', 'c']) {
    await settled(app, await uploadOne(app, `${name}.txt`, name))
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  const first = DocumentPage.parse((await app.inject('/v1/documents?limit=2')).json())
  expect(first.documents.map(document => document.name)).toEqual(['c.txt', 'b.txt'])
  const second = DocumentPage.parse((await app.inject(`/v1/documents?limit=2&cursor=${first.next}`)).json())
  expect(second).toMatchObject({ documents: [{ name: 'a.txt' }], next: null, total: 3 })
  const found = DocumentPage.parse(
    (await app.inject('/v1/documents?q=B.TXT&state=done&kind=plan&flagged=false')).json(),
  )
  expect(found.documents.map(document => document.name)).toEqual(['b.txt'])
  expect(Facets.parse((await app.inject('/v1/facets')).json())).toMatchObject({
    documents: 3,
    states: [{ state: 'done', documents: 3 }],
  })
})

test('a question that is not valid is answered with all that is wrong, in both languages', async () => {
  const { app } = await openApp()
  const answer = await app.inject({ url: '/v1/documents?limit=0&colour=red', headers: { 'accept-language': 'en-GB' } })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toEqual({
    type: 'urn:trichluc:problem:invalid-request',
    title: 'The request is not valid',
    status: 400,
    detail: 'limit: Too small: expected number to be >=1; Unrecognized key: "colour". See the description at /docs.',
    instance: '/v1/documents',
    code: 'invalid-request',
    titles: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
    cause: {
      vi: 'limit: Quá nhỏ: mong đợi number >=1; Khóa không được nhận dạng: "colour".',
      en: 'limit: Too small: expected number to be >=1; Unrecognized key: "colour".',
    },
    cure: { vi: 'Xem mô tả tại /docs.', en: 'See the description at /docs.' },
    issues: [
      { at: 'limit', message: 'Too small: expected number to be >=1' },
      { at: '', message: 'Unrecognized key: "colour"' },
    ],
  })
  expect((await app.inject('/v1/documents?cursor=x')).json()).toMatchObject({ code: 'invalid-request', status: 400 })
})

test.each([
  ['/v1/documents/x?lang=en', 'vi', 'en'],
  ['/v1/documents/x', 'en;q=0.8, vi;q=0.9', 'vi'],
  ['/v1/documents/x', 'fr, en-US;q=0.5', 'en'],
  ['/v1/documents/x?lang=fr', 'de', 'vi'],
])('%s with Accept-Language %j is answered in %s', async (url, header, language) => {
  const { app } = await openApp()
  const answer = await app.inject({ url, headers: { 'accept-language': header } })
  expect(answer.headers['content-language']).toBe(language)
  expect(answer.json().title).toBe(answer.json().titles[language])
})

test('a document that was being read when the server stopped is read when it starts again', async () => {
  const first = await openApp({ extract: () => new Promise<never>(() => {}) })
  const id = await uploadOne(first.app, 'a.txt', 'a')
  await expect.poll(async () => (await first.archive.find(id))?.state).toBe('reading')
  await first.app.close()
  const second = await openApp({ archive: first.archive })
  expect(await settled(second.app, id)).toMatchObject({ state: 'done' })
})
