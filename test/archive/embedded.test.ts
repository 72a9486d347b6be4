import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { type OpenOptions, openArchive } from '../../src/archive/open-archive.ts'
import { streamOf } from '../support/archive.ts'
import { filesBelow, temporaryFolder } from '../support/folder.ts'
import { problemOf } from '../support/problem-of.ts'

const MIB = 1024 * 1024
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const open = async (folder: string, options?: OpenOptions): Promise<Archive> => {
  const archive = await openArchive(folder, options)
  onTestFinished(() => archive.close())
  return archive
}

test('a stored file lies under its hash, and its document waits to be read', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder, { clock: () => new Date('2026-01-02T03:04:05.678Z') })
  const { outcome, document } = await archive.add(streamOf('Kế hoạch'), 'kh.txt', MIB)
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
    records: null,
    settled: null,
    flags: null,
    engine: null,
    problem: null,
    reading: null,
  })
  expect(document.id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/)
  expect(await readFile(join(folder, 'originals', hash.slice(0, 2), hash), 'utf8')).toBe('Kế hoạch')
  expect(await archive.find(document.id)).toEqual(document)
})

test('of the same bytes sent many times at once, one is stored and the others know it', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder)
  const added = await Promise.all(Array.from({ length: 8 }, (_, i) => archive.add(streamOf('same'), `${i}.txt`, MIB)))
  expect(added.filter(each => each.outcome === 'stored')).toHaveLength(1)
  expect(new Set(added.map(each => each.document.id)).size).toBe(1)
  const originals = (await filesBelow(folder)).filter(path => path.startsWith('originals'))
  expect(originals).toEqual([join('originals', sha256('same').slice(0, 2), sha256('same'))])
})

test('a file beyond the limit is refused, one of just the limit is not', async () => {
  const folder = await temporaryFolder()
  const archive = await open(folder)
  expect(await problemOf(archive.add(streamOf('12345'), 'a', 4))).toEqual({ code: 'too-large', details: { limit: 4 } })
  expect((await filesBelow(folder)).filter(path => path.startsWith('originals'))).toEqual([])
  expect((await archive.add(streamOf('1234'), 'a', 4)).outcome).toBe('stored')
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
  await expect(archive.add(streamOf('a'), 'a', MIB)).rejects.toThrow('cannot-store')
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
