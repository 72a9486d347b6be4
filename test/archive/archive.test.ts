import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { ProblemError } from '../../src/problem.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import { filesBelow, temporaryFolder } from '../support/folder.ts'

const MIB = 1024 * 1024
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const stream = (text: string) => Readable.from([Buffer.from(text)])

const open = async (folder?: string, clock?: () => Date): Promise<Archive> => {
  const archive = await openArchive(folder ?? (await temporaryFolder()), clock)
  onTestFinished(() => archive.close())
  return archive
}

const problemOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof ProblemError ? error.problem : error
}

test('a stored file lies under its hash, and its document waits to be read', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder, () => new Date('2026-01-02T03:04:05.678Z'))
  const { outcome, document } = await archive.add(stream('Kế hoạch'), 'kh.txt', MIB)
  const hash = sha256('Kế hoạch')
  expect(outcome).toBe('stored')
  expect(document).toEqual({
    id: document.id,
    state: 'received',
    name: 'kh.txt',
    sha256: hash,
    bytes: Buffer.byteLength('Kế hoạch'),
    mediaType: null,
    received: '2026-01-02T03:04:05.678Z',
    read: null,
    kind: null,
    number: null,
    title: null,
    issuer: null,
    area: null,
    issued: null,
    plans: null,
    year: null,
    pages: null,
    observations: null,
    flags: null,
    engine: null,
    problem: null,
  })
  expect(document.id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
  expect(await readFile(join(folder, 'originals', hash.slice(0, 2), hash), 'utf8')).toBe('Kế hoạch')
  expect(await archive.find(document.id)).toEqual(document)
})

test('the same bytes under another name are the document that is there', async () => {
  const archive = await open()
  const first = await archive.add(stream('a'), 'a.txt', MIB)
  const second = await archive.add(stream('a'), 'b.txt', MIB)
  expect(second).toEqual({ outcome: 'known', document: first.document })
})

test('of the same bytes sent many times at once, one is stored and the others know it', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder)
  const added = await Promise.all(Array.from({ length: 8 }, (_, i) => archive.add(stream('same'), `${i}.txt`, MIB)))
  expect(added.filter(each => each.outcome === 'stored')).toHaveLength(1)
  expect(new Set(added.map(each => each.document.id)).size).toBe(1)
  const originals = (await filesBelow(folder)).filter(path => path.startsWith('originals'))
  expect(originals).toEqual([join('originals', sha256('same').slice(0, 2), sha256('same'))])
})

test('a file beyond the limit is refused, one of just the limit is not', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder)
  expect(await problemOf(archive.add(stream('12345'), 'a', 4))).toEqual({ code: 'too-large', details: { limit: 4 } })
  expect((await filesBelow(folder)).filter(path => path.startsWith('originals'))).toEqual([])
  expect((await archive.add(stream('1234'), 'a', 4)).outcome).toBe('stored')
})

test('an empty file is refused', async () => {
  const archive = await open()
  expect(await problemOf(archive.add(Readable.from([]), 'a', 4))).toEqual({ code: 'empty-file', details: {} })
})

test('a stream that breaks off leaves neither a file nor a document', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder)
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('line dropped')
    })(),
  )
  await expect(archive.add(broken, 'a', MIB)).rejects.toThrow('line dropped')
  expect((await filesBelow(folder)).filter(path => path.startsWith('originals'))).toEqual([])
  expect((await archive.list({}, null, 10)).total).toBe(0)
})

test('a document exists only once its original is in its place', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder)
  // The original cannot be put in its place: its folder's name is taken by a file.
  await writeFile(join(folder, 'originals', sha256('a').slice(0, 2)), '')
  await expect(archive.add(stream('a'), 'a', MIB)).rejects.toThrow('cannot-store')
  expect((await archive.list({}, null, 10)).total).toBe(0)
  expect(await filesBelow(join(folder, 'originals', 'incoming'))).toEqual([])
})

test('what an upload left when the process was killed is gone at the next start', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'originals', 'incoming'), { recursive: true })
  await writeFile(join(folder, 'originals', 'incoming', 'half'), 'half')
  await open(folder)
  expect(await filesBelow(join(folder, 'originals'))).toEqual([])
})

test('a second owner is refused, naming the first; after it closed, it may', async () => {
  const folder = await temporaryFolder()
  const first = await openArchive(folder)
  expect(await problemOf(openArchive(folder))).toEqual({
    code: 'archive-in-use',
    details: { folder, owner: String(process.pid) },
  })
  await first.close()
  await open(folder)
})

test('the oldest waiting document is taken first, and each once', async () => {
  let time = 0
  const archive = await open(undefined, () => new Date(time++))
  const a = await archive.add(stream('a'), 'a', MIB)
  const b = await archive.add(stream('b'), 'b', MIB)
  expect(await archive.takeNext()).toEqual({ ...a.document, state: 'reading' })
  expect(await archive.takeNext()).toEqual({ ...b.document, state: 'reading' })
  expect(await archive.takeNext()).toBeNull()
})

test('a finished document carries what its extraction says, and gives it back whole', async () => {
  const archive = await open(undefined, () => new Date('2026-01-02T03:04:05.000Z'))
  const { document } = await archive.add(stream('35 hợp tác xã'), 'kh.txt', MIB)
  const bytes = await archive.original(document)
  const extraction = extractionOf(bytes, 'kh.txt', {
    header: {
      number: '155/KH-UBND',
      title: 'Phát triển kinh tế tập thể',
      issuer: { name: 'Ủy ban nhân dân tỉnh Lạng Sơn', level: 'province' },
      area: { code: '20', name: 'Lạng Sơn', level: 'province' },
      issued: '2019-09-12',
      plans: '2020',
    },
    observations: [observation('35 hợp tác xã', '35')],
    flags: [flag(), flag({ id: 'f2', severity: 'note' })],
  })
  await archive.finish(document, extraction)
  expect(await archive.find(document.id)).toEqual({
    ...document,
    state: 'done',
    mediaType: 'text/plain',
    read: '2026-01-02T03:04:05.000Z',
    kind: 'plan',
    number: '155/KH-UBND',
    title: 'Phát triển kinh tế tập thể',
    issuer: { name: 'Ủy ban nhân dân tỉnh Lạng Sơn', level: 'province' },
    area: { code: '20', name: 'Lạng Sơn', level: 'province' },
    issued: '2019-09-12',
    plans: '2020',
    year: 2020,
    pages: 1,
    observations: 1,
    flags: { error: 1, warning: 0, note: 1 },
    engine: { version: '0.0.1', rules: 'r1' },
  })
  expect(await archive.extraction(document.id)).toEqual(extraction)
  expect(Object.keys((await archive.extraction(document.id)) ?? {})).toEqual(Object.keys(extraction))
  expect(await archive.text(document.id)).toBe('35 hợp tác xã')
})

test('a result that lost a part of the document makes it partial', async () => {
  const archive = await open()
  const { document } = await archive.add(stream('a'), 'a', MIB)
  const lost = {
    level: 'error',
    code: 'page-lost',
    text: { vi: 'Mất trang 3', en: 'Page 3 is lost' },
    page: 3,
  } as const
  await archive.finish(document, extractionOf(Buffer.from('a'), 'a', { messages: [lost] }))
  expect(await archive.find(document.id)).toMatchObject({ state: 'partial', problem: null })
})

test('a newer result under the same rules takes the place of the older, under newer rules stands beside it', async () => {
  const archive = await open()
  const { document } = await archive.add(stream('a'), 'a', MIB)
  for (const [version, rules] of [
    ['1', 'r1'],
    ['1', 'r1'],
    ['1', 'r2'],
  ] as const) {
    const extraction = extractionOf(Buffer.from('a'), 'a', { engine: { version, rules } })
    await archive.finish(document, extraction)
    expect(await archive.extraction(document.id)).toEqual(extraction)
  }
})

test('a failed document keeps its problem', async () => {
  const archive = await open()
  const { document } = await archive.add(stream('a'), 'a', MIB)
  await archive.fail(document, { code: 'damaged-file', details: { detail: 'x' } })
  expect(await archive.find(document.id)).toMatchObject({
    state: 'failed',
    problem: { code: 'damaged-file', details: { detail: 'x' } },
  })
  expect(await archive.extraction(document.id)).toBeNull()
})

test('a failed document that is sent again waits to be read anew', async () => {
  const archive = await open()
  const { document } = await archive.add(stream('a'), 'a', MIB)
  await archive.fail(document, { code: 'too-many-pages', details: { pages: 9, limit: 3 } })
  expect(await archive.add(stream('a'), 'a', MIB)).toEqual({ outcome: 'known', document })
  expect(await archive.takeNext()).toMatchObject({ id: document.id })
})

test('what was being read when the process ended waits again; what ended it three times has failed', async () => {
  const folder = await temporaryFolder()
  for (let crash = 1; crash <= 3; crash++) {
    const archive = await openArchive(folder)
    await archive.add(stream('a'), 'a', MIB)
    expect(await archive.resume()).toBe(1)
    expect(await archive.takeNext()).toMatchObject({ state: 'reading' })
    await archive.close()
  }
  const archive = await open(folder)
  expect(await archive.resume()).toBe(0)
  expect((await archive.list({}, null, 1)).documents[0]).toMatchObject({
    state: 'failed',
    problem: { code: 'reading-stopped', details: { attempts: 3 } },
  })
})
