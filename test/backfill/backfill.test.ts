import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Backfill } from '../../src/backfill/backfill.ts'
import { allItems, type Item, putItems } from '../../src/backfill/items.ts'
import {
  createBackfill,
  findBackfill,
  hold,
  listBackfills,
  releaseFromDead,
  setState,
  settle,
} from '../../src/backfill/ledger.ts'
import { openSources } from '../../src/backfill/open-sources.ts'
import { progressOf } from '../../src/backfill/progress.ts'
import { retryFailed } from '../../src/backfill/retry-failed.ts'
import { runBackfill } from '../../src/backfill/run-backfill.ts'
import { sourceLimits } from '../../src/backfill/sources/source-limits.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { ProblemError, problem } from '../../src/problem.ts'
import { createReading, type Extract } from '../../src/work/reading.ts'
import { archivePlace, newArchive, onBothDatabases } from '../support/archive.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { problemOf } from '../support/problem-of.ts'
import { zipOf } from '../support/zip.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const clock = () => new Date()
const limits = sourceLimits(1000)

const begin = (archive: Archive, names: readonly string[], cwd: string): Promise<Backfill> =>
  createBackfill(archive.db, { kind: 'paths', names: [...names], cwd }, clock().toISOString())

/** @param most items after which the process ends as if it were killed: nothing is released, nothing more is written */
const run = async (archive: Archive, backfill: Backfill, most = Number.POSITIVE_INFINITY) => {
  let items = 0
  const signal = new AbortController().signal
  const onItem = () => {
    if (++items >= most) throw new Error('killed')
  }
  return await runBackfill(backfill, { archive, limits, log, signal, clock, onItem }).catch(
    (error: Error) => error.message,
  )
}

const itemsOf = async (archive: Archive, { id }: Backfill): Promise<Item[]> => {
  const items: Item[] = []
  for await (const item of allItems(archive.db, id)) items.push(item)
  return items
}

const lines = (items: readonly Item[]) =>
  items.map(({ path, state, outcome, problem: cause }) => [path, outcome ?? state, cause?.code ?? ''].join(' ').trim())

const readAll = async (archive: Archive, extract = readAnything): Promise<void> => {
  const reading = createReading({ archive, extract, limits: DEFAULT_LIMITS, log })
  await reading.start()
  await reading.idle()
  await reading.stop(0)
}

const withFiles = async (files: Readonly<Record<string, string | Buffer>>): Promise<string> => {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

onBothDatabases('a backfill', database => {
  test('stores every file, and writes down what became of each', async () => {
    const folder = await withFiles({
      'kho/a.txt': 'Kế hoạch 1',
      'kho/b.zip': await zipOf([
        ['c.txt', 'Kế hoạch 2'],
        ['d/c.txt', 'Kế hoạch 1'],
      ]),
      'kho/rong.txt': '',
      'kho/Thumbs.db': 'x',
      'kho/lon.txt': 'x'.repeat(1001),
    })
    const archive = await newArchive(database)
    const backfill = await begin(archive, ['kho'], folder)
    expect(await run(archive, backfill)).toBe('stored')
    const items = await itemsOf(archive, backfill)
    expect(lines(items)).toEqual([
      'kho/Thumbs.db skipped no-document',
      'kho/a.txt stored',
      'kho/b.zip!/c.txt stored',
      'kho/b.zip!/d/c.txt known',
      'kho/lon.txt refused too-large',
      'kho/rong.txt refused empty-file',
    ])
    const { documents, total } = await archive.list({}, null, 10)
    expect([total, documents.map(({ name }) => name).sort()]).toEqual([2, ['a.txt', 'c.txt']])
    expect(items[1]).toMatchObject({ state: 'received', bytes: Buffer.byteLength('Kế hoạch 1'), ordinal: 1 })
    expect(items[3]?.document).toBe(items[1]?.document)
  })

  test('writes one row for what is named twice: that of the file', async () => {
    const folder = await withFiles({ 'kho/a.txt': 'hỏng', 'kho/b.txt': 'Kế hoạch 1', 'c.txt': 'Kế hoạch 2' })
    const archive = await newArchive(database)
    const failing: Extract = async (bytes, name, limits) =>
      name === 'a.txt' ? { ok: false, problem: problem('no-text') } : await readAnything(bytes, name, limits)
    for (const names of [
      ['kho/a.txt', 'kho/b.txt', 'c.txt', 'kho/a.txt'],
      ['kho', 'c.txt', 'kho'],
      ['kho/*.txt', 'kho/a.txt', 'c.txt', 'kho/*.txt'],
      ['kho/a.txt', 'kho', 'c.txt'],
    ]) {
      const backfill = await begin(archive, names, folder)
      expect(await run(archive, backfill)).toBe('stored')
      await readAll(archive, failing)
      const items = await itemsOf(archive, backfill)
      expect(items.map(({ path, state }) => `${path} ${state}`).sort()).toEqual([
        'c.txt done',
        'kho/a.txt failed',
        'kho/b.txt done',
      ])
    }
  })

  test('waits behind single uploads to be read, and is done when all of it was read', async () => {
    const folder = await withFiles({ 'a.txt': '1 hợp tác xã', 'b.txt': '2 hợp tác xã' })
    const archive = await newArchive(database)
    const backfill = await begin(archive, ['.'], folder)
    await run(archive, backfill)
    expect(await findBackfill(archive.db, backfill.id)).toMatchObject({ state: 'reading', finished: null })
    const { Readable } = await import('node:stream')
    await archive.add(Readable.from([Buffer.from('3')]), 'upload.txt', 100)
    const order: string[] = []
    await readAll(archive, async (bytes, name, of) => {
      order.push(name)
      return await readAnything(bytes, name, of)
    })
    expect([order[0], ...order.slice(1).sort()]).toEqual(['upload.txt', 'a.txt', 'b.txt'])
    expect(await settle(archive.db, backfill.id, '2026-01-02T03:04:05.678Z')).toBe(true)
    const done = await findBackfill(archive.db, backfill.id)
    expect(done).toMatchObject({ state: 'done', finished: '2026-01-02T03:04:05.678Z' })
    expect(done && (await progressOf(archive.db, done, Date.now()))).toMatchObject({
      items: 2,
      stored: 2,
      known: 0,
      observations: 2,
      flags: 0,
      remainingSeconds: 0,
      states: { done: 2, received: 0, failed: 0, refused: 0 },
    })
    expect(await itemsOf(archive, backfill)).toMatchObject([
      { state: 'done', pages: 1, observations: 1, flags: 0 },
      { state: 'done' },
    ])
  })

  test('done again takes nothing that is there, only what is new or changed', async () => {
    const folder = await withFiles({ 'a.txt': 'A1', 'b.txt': 'B1' })
    const archive = await newArchive(database)
    await run(archive, await begin(archive, ['.'], folder))
    const again = await begin(archive, ['.'], folder)
    await run(archive, again)
    expect(lines(await itemsOf(archive, again))).toEqual(['a.txt known', 'b.txt known'])
    await writeFile(join(folder, 'b.txt'), 'B2')
    await writeFile(join(folder, 'c.txt'), 'C1')
    const third = await begin(archive, ['.'], folder)
    await run(archive, third)
    expect(lines(await itemsOf(archive, third))).toEqual(['a.txt known', 'b.txt stored', 'c.txt stored'])
    expect((await archive.list({}, null, 1)).total).toBe(4)
    expect((await listBackfills(archive.db, null, 2)).backfills.map(({ id }) => id)).toEqual([third.id, again.id])
  })

  test('that was killed anywhere goes on, and has each file exactly once', async () => {
    const files = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`kho/${i}.txt`, `văn bản ${i}`]))
    const inZip = await zipOf(Array.from({ length: 4 }, (_, i) => [`z${i}.txt`, `trong zip ${i}`]))
    const folder = await withFiles({ ...files, 'kho/x.zip': inZip })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
        fc.boolean(),
        async (kills, rowless) => {
          const place = await archivePlace(database)
          let archive = await place.open()
          const { id } = await begin(archive, ['kho'], folder)
          const current = async () => (await findBackfill(archive.db, id)) ?? expect.fail('the backfill is gone')
          for (const most of kills) {
            const dying = rowless ? storesBeforeItDies(archive, most) : archive
            await run(dying, await current(), most)
            await archive.close()
            archive = await place.open()
          }
          expect(await run(archive, await current())).toBe('stored')
          const items = await itemsOf(archive, await current())
          // of the files under way at a kill, some are written down and the others come after them
          expect(items.map(({ path }) => path).toSorted()).toEqual([
            ...Object.keys(files),
            ...Array.from({ length: 4 }, (_, i) => `kho/x.zip!/z${i}.txt`),
          ])
          expect(new Set(items.map(({ document }) => document)).size).toBe(10)
          expect((await archive.list({}, null, 1)).total).toBe(10)
          await archive.close()
        },
      ),
      { numRuns: database === 'sqlite' ? 15 : 5 },
    )
  })

  test('of what was sent tries a file again that a fault kept out, but not while it goes past its files', async () => {
    const archive = await newArchive(database)
    const file = { name: 'kho.zip', sha256: '0'.repeat(64), bytes: 10 }
    const sources = { kind: 'uploads' as const, files: [file] }
    const backfill = await createBackfill(archive.db, sources, clock().toISOString())
    const cause = problem('internal', { incident: 'i1' })
    const item = { path: 'kho.zip!/a.txt', ordinal: 0, state: 'refused' as const, problem: cause, bytes: null }
    await putItems(archive.db, backfill.id, [{ ...item, document: null }])
    expect(await retryFailed(archive.db, backfill, { files: true })).toBe(0)
    expect(lines(await itemsOf(archive, backfill))).toEqual(['kho.zip!/a.txt refused internal'])
    await setState(archive.db, backfill.id, 'reading')
    // what was known of its state when it was asked does not count
    expect(await retryFailed(archive.db, backfill, { files: true })).toBe(1)
    expect(await findBackfill(archive.db, backfill.id)).toMatchObject({ state: 'storing' })
  })

  test('waits for the originals of what was sent', async () => {
    const archive = await newArchive(database)
    const away: Archive = {
      ...archive,
      originals: { ...archive.originals, file: () => Promise.reject(new ProblemError(problem('originals-away'))) },
    }
    const file = { name: 'kho.zip', sha256: '0'.repeat(64), bytes: 10 }
    const listing = openSources({ kind: 'uploads', files: [file] }, away, limits)
    expect(await problemOf(listing.next())).toMatchObject({ code: 'originals-away' })
  })

  test('tells a file that cannot be read, with its cause, and tries it again when asked', async () => {
    const folder = await withFiles({ 'a.txt': 'A', 'b.txt': 'B' })
    const archive = await newArchive(database)
    const backfill = await begin(archive, ['a.txt', 'b.txt', 'c.txt'], folder)
    const broken: Archive = {
      ...archive,
      add: async (stream, name, ...rest) => {
        if (name !== 'b.txt') return await archive.add(stream, name, ...rest)
        throw new ProblemError(
          problem('unreadable-path', { path: 'b.txt', vi: 'ổ đĩa gặp lỗi', en: 'the disk met an error' }),
        )
      },
    }
    await run(broken, backfill)
    const cause = {
      code: 'unreadable-path',
      details: { path: 'b.txt', vi: 'ổ đĩa gặp lỗi', en: 'the disk met an error' },
    }
    expect(lines(await itemsOf(archive, backfill))).toEqual([
      'a.txt stored',
      'b.txt refused unreadable-path',
      'c.txt refused unreadable-path',
    ])
    expect((await itemsOf(archive, backfill))[1]?.problem).toEqual(cause)
    await writeFile(join(folder, 'c.txt'), 'C')
    await rm(join(folder, 'b.txt'))
    expect(await retryFailed(archive.db, backfill, { files: true })).toBe(2)
    await run(archive, (await findBackfill(archive.db, backfill.id)) ?? backfill)
    expect(lines(await itemsOf(archive, backfill))).toEqual([
      'a.txt stored',
      'b.txt refused unreadable-path',
      'c.txt stored',
    ])
  })

  test('has a zip that was damaged opened again when asked, and takes out of it what was not there', async () => {
    const zip = await zipOf([
      ['a.txt', 'A'],
      ['b.txt', 'B'],
    ])
    const folder = await withFiles({
      'kho/x.zip': zip.subarray(0, zip.lastIndexOf('b.txt', zip.indexOf('PK\x01\x02', 0, 'latin1')) + 6),
    })
    const archive = await newArchive(database)
    const backfill = await begin(archive, ['kho'], folder)
    await run(archive, backfill)
    expect(lines(await itemsOf(archive, backfill))).toEqual([
      'kho/x.zip!/a.txt stored',
      'kho/x.zip refused damaged-zip',
    ])
    await writeFile(join(folder, 'kho/x.zip'), zip)
    expect(await retryFailed(archive.db, backfill, { files: true })).toBe(1)
    await run(archive, (await findBackfill(archive.db, backfill.id)) ?? backfill)
    expect(lines(await itemsOf(archive, backfill))).toEqual([
      'kho/x.zip!/a.txt stored',
      'kho/x.zip skipped no-document',
      'kho/x.zip!/b.txt stored',
    ])
  })

  test('has documents that could not be read read again when asked', async () => {
    const folder = await withFiles({ 'a.txt': 'A', 'b.txt': 'B' })
    const archive = await newArchive(database)
    const backfill = await begin(archive, ['.'], folder)
    await run(archive, backfill)
    await readAll(archive, async (bytes, name, of) =>
      name === 'a.txt' ? { ok: false, problem: problem('no-text') } : await readAnything(bytes, name, of),
    )
    await settle(archive.db, backfill.id, clock().toISOString())
    expect(lines(await itemsOf(archive, backfill))).toEqual(['a.txt stored no-text', 'b.txt stored'])
    const done = (await findBackfill(archive.db, backfill.id)) ?? backfill
    expect(done.state).toBe('done')
    expect(await retryFailed(archive.db, done, { files: false })).toBe(1)
    expect(await findBackfill(archive.db, backfill.id)).toMatchObject({ state: 'reading', finished: null })
    await readAll(archive)
    expect(await settle(archive.db, backfill.id, clock().toISOString())).toBe(true)
    expect((await itemsOf(archive, backfill)).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  test('waits while the archive cannot store, and loses nothing by it', async () => {
    const folder = await withFiles({ 'a.zip': await zipOf([['a.txt', 'A']]) })
    const archive = await newArchive(database)
    let full = 2
    const filling: Archive = {
      ...archive,
      add: async (...parts) => {
        if (full-- > 0) {
          parts[0].destroy()
          throw new ProblemError(problem('cannot-store', { vi: 'ổ đĩa đã đầy', en: 'the disk is full' }))
        }
        return await archive.add(...parts)
      },
    }
    const backfill = await begin(archive, ['.'], folder)
    expect(await run(filling, backfill)).toBe('stored')
    expect(lines(await itemsOf(archive, backfill))).toEqual(['a.zip!/a.txt stored'])
  })
})

/** An archive that stores a file and dies before anything is written down of it, also by whoever has its tables already. */
const storesBeforeItDies = (archive: Archive, most: number): Archive => {
  let added = 0
  const db = new Proxy(archive.db, {
    get(target, name) {
      if (added >= most) throw new Killed()
      const part: unknown = Reflect.get(target, name)
      return typeof part === 'function' ? part.bind(target) : part
    },
  })
  return {
    ...archive,
    add: async (...parts) => {
      const result = await archive.add(...parts)
      if (++added >= most) throw new Killed()
      return result
    },
    db,
  }
}

class Killed extends Error {}

onBothDatabases('the holder of a backfill', database => {
  test('is one process; another may hold it when that has died', async () => {
    const place = await archivePlace(database)
    const first = await place.open()
    const backfill = await begin(first, ['.'], '/')
    expect(await hold(first, backfill.id)).toBe(true)
    expect(await hold(first, backfill.id)).toBe(true)
    const other: Archive = { ...first, process: 'other' }
    expect(await hold(other, backfill.id)).toBe(false)
    await releaseFromDead(other, backfill.id)
    expect(await hold(other, backfill.id)).toBe(false)
    await first.db.deleteFrom('processes').execute()
    expect(await hold(other, backfill.id)).toBe(true)
  })

  test('that has ended on this machine need not be waited for', async () => {
    const place = await archivePlace(database)
    const first = await place.open()
    const backfill = await begin(first, ['.'], '/')
    await hold(first, backfill.id)
    const ended = spawnSync(process.execPath, ['--version'])
    await first.db.updateTable('processes').set({ pid: ended.pid }).execute()
    const other: Archive = { ...first, process: 'other' }
    await releaseFromDead(other, backfill.id)
    expect(await hold(other, backfill.id)).toBe(true)
  })
})
