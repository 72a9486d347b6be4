import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import SQLite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { DocumentUpdate } from '../../../src/archive/database/tables.ts'
import { verify } from '../../../src/archive/verify/verify.ts'
import { createBackfill, setState } from '../../../src/backfill/ledger.ts'
import { problem } from '../../../src/problem.ts'
import { type ArchivePlace, archivePlace, onBothDatabases, streamOf, taken } from '../../support/archive.ts'
import { extractionOf, observation } from '../../support/extraction.ts'
import { filesBelow } from '../../support/folder.ts'
import { writing } from '../../support/writing.ts'

const MIB = 1024 * 1024

const TEXTS = ['Thành lập 35 hợp tác xã', 'Giải thể 12 tổ hợp tác', 'Có 840 thành viên'] as const

/** Stores the texts, reads all of them but the last, which waits. @returns their documents' ids */
const fill = async (archive: Archive): Promise<string[]> => {
  const ids: string[] = []
  for (const [i, text] of TEXTS.entries()) {
    const { document } = await archive.add(streamOf(text), `${i}.txt`, MIB)
    ids.push(document.id)
    if (i === TEXTS.length - 1) break
    const number = /\d+/.exec(text)?.[0] ?? ''
    const observations = [observation(text, number, { value: Number(number) })]
    await archive.finish(await taken(archive), extractionOf(Buffer.from(text), `${i}.txt`, { observations }))
  }
  return ids
}

const filled = async (database: 'sqlite' | 'postgres') => {
  const place = await archivePlace(database)
  const archive = await place.open()
  return { place, archive, ids: await fill(archive) }
}

/** Codes of what is wrong, with what they are about. */
const found = async (archive: Archive): Promise<string[]> => {
  const { findings, ok, errors } = await verify(archive)
  expect(ok).toBe(errors === 0)
  for (const { text, cure } of findings)
    for (const said of [text.vi, text.en, cure.vi, cure.en]) expect(said).toMatch(/^(?!.*\{[a-z]\w*\}).+\.$/s)
  return findings.map(({ level, code, subject }) => `${level} ${code} ${subject}`)
}

const extractionOfDocument = async (archive: Archive, id = '') =>
  (await archive.db.selectFrom('documents').select('extraction').where('id', '=', id).executeTakeFirstOrThrow())
    .extraction ?? ''

/** Lets rows be damaged that the database itself would keep together. */
const withoutKeys = async ({ db }: Archive, work: () => Promise<unknown>) => {
  await sql`pragma foreign_keys = off`.execute(db)
  await work()
  await sql`pragma foreign_keys = on`.execute(db)
}

onBothDatabases('verifying an archive', database => {
  it('finds nothing wrong with one that is whole, whatever its documents wait for, and says what it takes', async () => {
    const { archive, ids } = await filled(database)
    const claimed = await taken(archive)
    expect(await found(archive)).toEqual([])
    await archive.fail(claimed, problem('no-text'))
    await archive.db
      .updateTable('documents')
      .set({ queued: 'waiting', priority: 2 })
      .where('id', '=', ids[0] ?? '')
      .execute()
    const report = await verify(archive)
    expect([report.findings, report.ok]).toEqual([[], true])
    const bytes = TEXTS.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(report.sizes).toMatchObject({
      documents: 3,
      originals: { count: 3, bytes },
      texts: { count: 2 },
      extractions: { count: 2 },
    })
    const { perDocument, texts, extractions } = report.sizes
    expect(perDocument?.original).toBe(Math.round(bytes / 3))
    expect(perDocument?.all).toBe(Math.round((bytes + texts.bytes + extractions.bytes) / 3))
  })

  it('finds nothing wrong with one that is being written to', async () => {
    const place = await archivePlace(database)
    const archive = await place.open()
    const writer = writing(archive)
    for (let round = 1; round <= 3; round++) {
      await writer.until(round * 25)
      const { findings } = await verify(archive)
      expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    }
    await writer.stop()
    expect(await found(archive)).toEqual([])
  })

  it('names an original that is gone, and one that is of no document as a note', async () => {
    const { archive, ids } = await filled(database)
    const document = await archive.find(ids[1] ?? '')
    await archive.originals.remove(document?.sha256 ?? '')
    const other = await archive.originals.receive(streamOf('không có dòng'), MIB)
    await archive.originals.keep(other)
    expect((await found(archive)).sort()).toEqual(
      [`error original-missing ${ids[1]}`, `note original-without-row ${other.sha256}`].sort(),
    )
  })

  it('names a zip that is gone before a backfill has stored what it holds', async () => {
    const { archive } = await filled(database)
    const zip = await archive.originals.receive(streamOf('tệp nén'), MIB)
    await archive.originals.keep(zip)
    const files = [{ name: 'kho.zip', sha256: zip.sha256, bytes: zip.bytes }]
    const backfill = await createBackfill(archive.db, { kind: 'uploads', files }, new Date().toISOString())
    expect(await found(archive)).toEqual([])
    await archive.originals.remove(zip.sha256)
    const [finding] = (await verify(archive)).findings
    expect(finding).toMatchObject({ code: 'original-missing', subject: zip.sha256, level: 'error' })
    expect(finding?.text.en).toBe(`The original ${zip.sha256} (kho.zip) is missing.`)
    await setState(archive.db, backfill.id, 'reading')
    expect(await found(archive)).toEqual([])
  })

  it('names a document that is in no queue, and one that is held by nobody', async () => {
    const { archive, ids } = await filled(database)
    await archive.db
      .updateTable('documents')
      .set({ queued: null })
      .where('id', '=', ids[2] ?? '')
      .execute()
    await archive.db
      .updateTable('documents')
      .set({ queued: 'taken' })
      .where('id', '=', ids[0] ?? '')
      .execute()
    expect((await found(archive)).sort()).toEqual(
      [`error queue-disagrees ${ids[0]}`, `error queue-disagrees ${ids[2]}`].sort(),
    )
  })

  it('notes a document whose reader is gone: it is taken up again', async () => {
    const { archive, ids } = await filled(database)
    await taken(archive)
    await archive.db.deleteFrom('processes').execute()
    expect(await found(archive)).toEqual([`note reader-gone ${ids[2]}`])
    await archive.attend()
    expect(await found(archive)).toEqual([])
  })

  it('names states that the extraction or the problem contradicts', async () => {
    const { archive, ids } = await filled(database)
    const set = (id = '', values: DocumentUpdate) =>
      archive.db.updateTable('documents').set(values).where('id', '=', id).execute()
    await set(ids[0], { state: 'partial' })
    await set(ids[1], { extraction: null })
    await set(ids[2], { state: 'failed', queued: null, problem: '{"code":"no-such-code"}' })
    expect((await found(archive)).sort()).toEqual(
      [
        `error state-disagrees ${ids[0]}`,
        `error without-extraction ${ids[1]}`,
        `error without-problem ${ids[2]}`,
      ].sort(),
    )
  })

  it('names the columns of the list that say otherwise than the extraction', async () => {
    const { archive, ids } = await filled(database)
    await archive.db
      .updateTable('documents')
      .set({ observations: 7, title: 'khác', unsettled_errors: 3 })
      .where('id', '=', ids[0] ?? '')
      .execute()
    const { findings } = await verify(archive)
    expect(findings).toMatchObject([
      {
        code: 'columns-disagree',
        subject: ids[0],
        text: { en: expect.stringMatching(/of: title, observations, unsettled_errors\.$/) },
      },
    ])
  })

  it('names half an extraction, and one that does not fit its form', async () => {
    const { archive, ids } = await filled(database)
    const [half, bad] = [await extractionOfDocument(archive, ids[0]), await extractionOfDocument(archive, ids[1])]
    const store = (id: string, change: (packed: Uint8Array) => Uint8Array) =>
      archive.db
        .selectFrom('extractions')
        .select('packed')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
        .then(({ packed }) =>
          archive.db
            .updateTable('extractions')
            .set({ packed: change(packed) })
            .where('id', '=', id)
            .execute(),
        )
    await store(half, packed => packed.subarray(0, packed.length / 2))
    await store(bad, packed => {
      const body = JSON.parse(gunzipSync(packed).toString())
      body.observations[0].period = 'năm ngoái'
      return gzipSync(JSON.stringify(body))
    })
    expect((await found(archive)).sort()).toEqual(
      [`error extraction-unreadable ${half}`, `error extraction-invalid ${bad}`].sort(),
    )
  })

  it('names an extraction that is of another original, under a wrong key, with a text that is not its own', async () => {
    const { archive, ids } = await filled(database)
    const [one, other] = [await extractionOfDocument(archive, ids[0]), await extractionOfDocument(archive, ids[1])]
    await archive.db
      .updateTable('documents')
      .set({ extraction: other })
      .where('id', '=', ids[0] ?? '')
      .execute()
    await archive.db.updateTable('extractions').set({ engine: '9' }).where('id', '=', one).execute()
    await archive.db
      .updateTable('texts')
      .set({ packed: gzipSync(Buffer.from('khác', 'utf16le')) })
      .execute()
    const all = await found(archive)
    expect(all).toContain(`error extraction-of-another ${ids[0]}`)
    expect(all).toContain(`error extraction-key ${one}`)
    expect(all.filter(line => line.startsWith('error text-damaged'))).toHaveLength(2)
  })

  it('knows extractions by the key that they had before the result was a part of it', async () => {
    const { archive, ids } = await filled(database)
    const row = await archive.db
      .selectFrom('extractions')
      .selectAll()
      .where('id', '=', await extractionOfDocument(archive, ids[0]))
      .executeTakeFirstOrThrow()
    const id = createHash('sha256')
      .update(JSON.stringify([row.original, row.rules, row.engine]))
      .digest('hex')
    const show = (extraction: string | null) =>
      archive.db
        .updateTable('documents')
        .set({ extraction })
        .where('id', '=', ids[0] ?? '')
        .execute()
    await show(null)
    await archive.db.updateTable('extractions').set({ id }).where('id', '=', row.id).execute()
    await show(id)
    expect(await found(archive)).toEqual([])
  })

  it('names a backfill item without its document, and a run that waits for what nobody reads', async () => {
    const { archive, ids } = await filled(database)
    const { db } = archive
    const { id: b } = await createBackfill(db, { kind: 'paths', names: ['.'], cwd: '/' }, 'now')
    await db.insertInto('backfill_items').values({ backfill: b, ordinal: 0, path: 'a', state: 'stored' }).execute()
    await db
      .insertInto('reextractions')
      .values({ id: 'r', created: 'now', engine: '1', rules: 'r', scope: 'all', untouched: 0 })
      .execute()
    const before = await extractionOfDocument(archive, ids[0])
    await db
      .insertInto('reextraction_items')
      .values({ reextraction: 'r', document: ids[0] ?? '', state: 'waiting', before })
      .execute()
    expect((await found(archive)).sort()).toEqual([`error item-without-document ${b}`, 'error run-stuck r'])
  })

  it('notes texts and extractions that nothing shows', async () => {
    const { archive, ids } = await filled(database)
    const unused = await extractionOfDocument(archive, ids[0])
    await archive.db
      .insertInto('texts')
      .values({ sha256: 'x', packed: gzipSync('') })
      .execute()
    await archive.db
      .deleteFrom('documents')
      .where('id', '=', ids[0] ?? '')
      .execute()
    const all = await found(archive)
    expect(all).toContain('note texts-unused texts')
    expect(all).toContain(`note extraction-unused ${unused}`)
    expect(all.filter(line => line.startsWith('error'))).toEqual([])
  })
})

const originalPath = async (place: ArchivePlace): Promise<string> => {
  const [first = ''] = (await filesBelow(join(place.folder, 'originals'))).filter(path => !path.startsWith('incoming'))
  return join(place.folder, 'originals', first)
}

it('a flipped byte of an original is named (folder)', async () => {
  const { archive, place } = await filled('sqlite')
  const path = await originalPath(place)
  const bytes = await readFile(path)
  bytes[3] = (bytes[3] ?? 0) ^ 1
  await writeFile(path, bytes)
  expect(await found(archive)).toEqual([expect.stringMatching(/^error original-damaged /)])
})

it('an original that was cut short is named with both sizes (folder)', async () => {
  const { archive, place } = await filled('sqlite')
  const path = await originalPath(place)
  await writeFile(path, (await readFile(path)).subarray(0, 5))
  expect((await found(archive)).map(line => line.split(' ')[1])).toEqual(['bytes-disagree', 'original-damaged'])
})

it('a damaged original takes its old place when the file is sent again (folder)', async () => {
  const { archive, place } = await filled('sqlite')
  await rm(await originalPath(place))
  expect(await found(archive)).toHaveLength(1)
  for (const text of TEXTS) await archive.add(streamOf(text), 'again.txt', MIB)
  expect(await found(archive)).toEqual([])
})

it('uploads that were cut off are noted', async () => {
  const { archive, place } = await filled('sqlite')
  const incoming = join(place.folder, 'originals', 'incoming')
  await mkdir(dirname(incoming), { recursive: true })
  await writeFile(join(incoming, 'left'), 'x')
  expect(await found(archive)).toEqual(['note incoming-left incoming'])
})

it('rows that were deleted behind the back of the database are named', async () => {
  const { archive, ids } = await filled('sqlite')
  const [text, extraction] = [
    await archive.db.selectFrom('texts').select('sha256').orderBy('sha256').executeTakeFirstOrThrow(),
    await extractionOfDocument(archive, ids[0]),
  ]
  await withoutKeys(archive, () => archive.db.deleteFrom('texts').where('sha256', '=', text.sha256).execute())
  expect(await found(archive)).toContain(`error dangling-row ${text.sha256}`)
  await withoutKeys(archive, () => archive.db.deleteFrom('extractions').where('id', '=', extraction).execute())
  expect(await found(archive)).toContain(`error dangling-row ${extraction}`)
})

it('pages of the database that were overwritten are named, and nothing else is claimed of what they held', async () => {
  const { archive, place } = await filled('sqlite')
  await sql`pragma wal_checkpoint(truncate)`.execute(archive.db)
  await archive.close()
  const path = join(place.folder, 'archive.sqlite')
  const probe = new SQLite(path)
  const pageSize = Number(probe.pragma('page_size', { simple: true }))
  const page = Number(probe.prepare("select rootpage from sqlite_schema where name = 'documents_order'").pluck().get())
  probe.close()
  const bytes = await readFile(path)
  bytes.fill(0x41, (page - 1) * pageSize + 8, page * pageSize)
  await writeFile(path, bytes)
  const again = await place.open()
  expect((await found(again)).some(line => line.startsWith('error database-damaged'))).toBe(true)
  expect(await readdir(place.folder)).toContain('archive.sqlite')
})
