import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { PRIORITY } from '../../src/archive/database/tables.ts'
import type { OpenOptions } from '../../src/archive/open-archive.ts'
import type { Claimed } from '../../src/archive/reading-states.ts'
import { archivePlace, newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import { problemOf } from '../support/problem-of.ts'

const MIB = 1024 * 1024

onBothDatabases('an archive', database => {
  const open = (options?: OpenOptions) => newArchive(database, options)

  test('the same bytes under another name are the document that is there', async () => {
    const archive = await open()
    const first = await archive.add(streamOf('a'), 'a.txt', MIB)
    const second = await archive.add(streamOf('a'), 'b.txt', MIB)
    expect(second).toEqual({ outcome: 'known', document: first.document })
  })

  test('an empty file is refused', async () => {
    const archive = await open()
    expect(await problemOf(archive.add(streamOf(''), 'a', 4))).toEqual({ code: 'empty-file', details: {} })
  })

  test('the oldest waiting document is taken first, and each once', async () => {
    let time = 0
    const archive = await open({ clock: () => new Date(time++) })
    const a = await archive.add(streamOf('a'), 'a', MIB)
    const b = await archive.add(streamOf('b'), 'b', MIB)
    expect(await archive.takeNext()).toMatchObject({ document: { ...a.document, state: 'reading' }, attempts: 1 })
    expect(await archive.takeNext()).toMatchObject({ document: { ...b.document, state: 'reading' } })
    expect(await archive.takeNext()).toBeNull()
  })

  test('a finished document carries what its extraction says, and gives it back whole', async () => {
    const archive = await open({ clock: () => new Date('2026-01-02T03:04:05.000Z') })
    const { document } = await archive.add(streamOf('35 hợp tác xã'), 'kh.txt', MIB)
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
    await archive.finish(await taken(archive), extraction)
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
      records: 1,
      settled: 0,
      flags: { error: 1, warning: 0, note: 1 },
      engine: { version: '0.0.1', rules: 'r1' },
    })
    expect(await archive.extraction(document.id)).toEqual(extraction)
    expect(Object.keys((await archive.extraction(document.id)) ?? {})).toEqual(Object.keys(extraction))
    expect(await archive.text(document.id)).toBe('35 hợp tác xã')
  })

  test('a result that lost a part of the document makes it partial', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    const lost = {
      level: 'error',
      code: 'page-lost',
      text: { vi: 'Mất trang 3', en: 'Page 3 is lost' },
      page: 3,
    } as const
    await archive.finish(await taken(archive), extractionOf(Buffer.from('a'), 'a', { messages: [lost] }))
    expect(await archive.find(document.id)).toMatchObject({ state: 'partial', problem: null })
  })

  test('each result stands beside the older ones, one that is as an older is the same', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    for (const [rules, text, stored] of [
      ['r1', 'a', 1],
      ['r1', 'a', 1],
      ['r1', 'b', 2],
      ['r2', 'b', 3],
      ['r1', 'a', 3],
    ] as const) {
      const extraction = extractionOf(Buffer.from('a'), 'a', { engine: { version: '1', rules }, text })
      await archive.db.updateTable('documents').set({ queued: 'waiting' }).execute()
      await archive.finish(await taken(archive), extraction)
      expect(await archive.extraction(document.id)).toEqual(extraction)
      expect(await archive.db.selectFrom('extractions').select('id').execute()).toHaveLength(stored)
    }
  })

  test('a failed document keeps its problem', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    await archive.fail(await taken(archive), { code: 'damaged-file', details: { detail: 'x' } })
    expect(await archive.find(document.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'damaged-file', details: { detail: 'x' } },
    })
    expect(await archive.extraction(document.id)).toBeNull()
  })

  test('a failed document that is sent again waits to be read anew', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    await archive.fail(await taken(archive), { code: 'too-many-pages', details: { pages: 9, limit: 3 } })
    expect(await archive.add(streamOf('a'), 'a', MIB)).toEqual({ outcome: 'known', document })
    expect(await archive.takeNext()).toMatchObject({ document: { id: document.id } })
  })

  test('what a dead process was reading waits again; what ten of them were reading has failed', async () => {
    const place = await archivePlace(database)
    for (let crash = 1; crash <= 10; crash++) {
      const archive = await place.open()
      await archive.add(streamOf('a'), 'a', MIB)
      expect(await archive.attend()).toBe(crash === 1 ? 0 : 1)
      expect(await archive.takeNext()).toMatchObject({ document: { state: 'reading' }, attempts: crash })
      await archive.close()
    }
    const archive = await place.open()
    expect(await archive.attend()).toBe(0)
    expect((await archive.list({}, null, 1)).documents[0]).toMatchObject({
      state: 'failed',
      problem: { code: 'reading-stopped', details: { attempts: 10 } },
    })
  })

  test('processes that have ended take none of the three attempts from a document', async () => {
    const place = await archivePlace(database)
    const cause = { code: 'reading-stopped', details: { attempts: 3 } } as const
    for (let crash = 1; crash <= 4; crash++) {
      const archive = await place.open()
      await archive.add(streamOf('a'), 'a', MIB)
      await archive.attend()
      await archive.takeNext()
      await archive.close()
    }
    const archive = await place.open()
    await archive.attend()
    for (let attempt = 1; attempt <= 2; attempt++) {
      const claimed = await taken(archive)
      expect(claimed).toMatchObject({ attempts: 4 + attempt, ownAttempts: attempt })
      await archive.putBack(claimed, cause)
    }
    await archive.putBack(await taken(archive), cause)
    expect((await archive.list({}, null, 1)).documents[0]).toMatchObject({ state: 'failed', problem: cause })
  })

  test('a document that ends what reads it is tried three times, and has failed with the cause then', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    const cause = { code: 'reading-stopped', details: { attempts: 3 } } as const
    for (let attempt = 1; attempt <= 3; attempt++) await archive.putBack(await taken(archive), cause)
    expect(await archive.takeNext()).toBeNull()
    expect(await archive.find(document.id)).toMatchObject({ state: 'failed', problem: cause })
  })

  test('a document that was given back unread has lost no attempt', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    for (let time = 1; time <= 5; time++) {
      const claimed = await taken(archive)
      expect(claimed.attempts).toBe(1)
      await archive.giveBack(claimed)
      expect(await archive.find(document.id)).toMatchObject({ state: 'received' })
    }
  })

  test('a result for an older claim is not stored, whatever became of the document since', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    const late = await taken(archive)
    await archive.giveBack(late)
    const result = extractionOf(Buffer.from('a'), 'a')
    expect(await archive.finish(late, result)).toBe(false)
    expect(await archive.fail(late, { code: 'damaged-file', details: { detail: 'x' } })).toBe(false)
    const now = await taken(archive)
    await archive.giveBack(late)
    expect(await archive.finish(now, result)).toBe(true)
    expect(await archive.finish(now, extractionOf(Buffer.from('a'), 'a', { text: 'other' }))).toBe(false)
    expect(await archive.find(document.id)).toMatchObject({ state: 'done' })
    expect(await archive.text(document.id)).toBe(result.text)
  })

  test('how far reading is stands in the document until that ends, and only whoever reads it can tell', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    const now = async () => (await archive.find(document.id))?.reading
    const late = await taken(archive)
    await archive.tellPages(late, { page: 7, pages: 12 })
    expect(await now()).toEqual({ page: 7, pages: 12 })
    expect((await archive.list({}, null, 1)).documents[0]?.reading).toEqual({ page: 7, pages: 12 })
    await archive.giveBack(late)
    expect(await now()).toBeNull()
    await archive.tellPages(late, { page: 8, pages: 12 })
    expect(await now()).toBeNull()

    const ends = [
      (claimed: Claimed) => archive.putBack(claimed, { code: 'reading-died', details: { detail: 'x' } }),
      (claimed: Claimed) => archive.finish(claimed, extractionOf(Buffer.from('a'), 'a')),
      (claimed: Claimed) => archive.fail(claimed, { code: 'damaged-file', details: { detail: 'x' } }),
    ]
    for (const end of ends) {
      await archive.db.updateTable('documents').set({ queued: 'waiting' }).execute()
      const claimed = await taken(archive)
      await archive.tellPages(claimed, { page: 1, pages: 12 })
      expect(await now()).toEqual({ page: 1, pages: 12 })
      await end(claimed)
      expect(await now()).toBeNull()
      await archive.tellPages(claimed, { page: 2, pages: 12 })
      expect(await now()).toBeNull()
    }
  })

  test('a document that fails to be read anew goes on showing what was read before', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    const extraction = extractionOf(Buffer.from('a'), 'a')
    await archive.finish(await taken(archive), extraction)
    const done = await archive.find(document.id)
    await archive.db.updateTable('documents').set({ queued: 'waiting' }).execute()
    const again = await taken(archive)
    expect(again.document.state).toBe('done')
    await archive.fail(again, { code: 'damaged-file', details: { detail: 'x' } })
    expect(await archive.find(document.id)).toEqual(done)
    expect(await archive.extraction(document.id)).toEqual(extraction)
    expect(await archive.queue()).toEqual({ waiting: 0, taken: 0 })
  })

  test('what somebody waits for is read before what a backfill brought in, however old that is', async () => {
    let time = 0
    const archive = await open({ clock: () => new Date(time++) })
    await archive.add(streamOf('old'), 'old', MIB, PRIORITY.backfill)
    await archive.add(streamOf('new'), 'new', MIB)
    expect((await taken(archive)).document.name).toBe('new')
    expect((await taken(archive)).document.name).toBe('old')
  })

  test('a document that has cost a reader waits behind those that have not', async () => {
    let time = 0
    const archive = await open({ clock: () => new Date(time++) })
    await archive.add(streamOf('first'), 'first', MIB)
    await archive.putBack(await taken(archive), { code: 'reading-stopped', details: { attempts: 1 } })
    await archive.add(streamOf('second'), 'second', MIB)
    expect((await taken(archive)).document.name).toBe('second')
    expect((await taken(archive)).document.name).toBe('first')
  })

  test('of many readers at once each takes another document', async () => {
    const place = await archivePlace(database)
    const archive = await place.open()
    for (let i = 0; i < 30; i++) await archive.add(streamOf(String(i)), String(i), MIB)
    const readers = archive.shared ? [archive, await place.open(), await place.open()] : [archive]
    const ids: string[] = []
    const lane = async (reader: Archive) => {
      for (let next = await reader.takeNext(); next !== null; next = await reader.takeNext()) ids.push(next.document.id)
    }
    do {
      await Promise.all([...readers, ...readers].map(lane))
    } while ((await archive.queue()).waiting > 0)
    expect(ids).toHaveLength(30)
    expect(new Set(ids).size).toBe(30)
  })

  test('a text comes back unit by unit, also one that no database takes as text', async () => {
    const archive = await open()
    const text = 'a\u0000b \ud800 c \udc00 đ \uffff \ud83d\ude00'
    const { document } = await archive.add(streamOf('a'), 'a\u0000.txt', MIB)
    await archive.finish(await taken(archive), extractionOf(Buffer.from('a'), 'a', { text, header: { title: text } }))
    expect(await archive.text(document.id)).toBe(text)
    expect((await archive.extraction(document.id))?.document.title).toBe(text)
  })

  test('an original comes back byte for byte, whole and as a stream, also one of many chunks', async () => {
    const archive = await open()
    const bytes = randomBytes(3 * MIB + 5)
    const { document } = await archive.add(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), 'a', 4 * MIB)
    expect(Buffer.compare(await archive.original(document), bytes)).toBe(0)
    expect(Buffer.compare(await buffer(await archive.originalStream(document)), bytes)).toBe(0)
    const listed: unknown[] = []
    for await (const each of archive.originals.list()) listed.push(each)
    expect(listed).toEqual([{ sha256: document.sha256, bytes: bytes.byteLength }])
  })

  test('an original that is gone is told of, and comes back with the next upload of it', async () => {
    const archive = await open()
    const { document } = await archive.add(streamOf('a'), 'a', MIB)
    await archive.originals.remove(document.sha256)
    const cause = { code: 'original-missing', details: { sha256: document.sha256 } }
    expect(await problemOf(archive.original(document))).toEqual(cause)
    expect(await problemOf(archive.originalStream(document))).toEqual(cause)
    await archive.add(streamOf('a'), 'a', MIB)
    expect(Buffer.from(await archive.original(document)).toString()).toBe('a')
  })
})
