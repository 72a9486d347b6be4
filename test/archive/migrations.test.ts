import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { MIGRATIONS } from '../../src/archive/database/migrations/index.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { nextFor, sampleOf, uncounted } from '../../src/archive/review-queue.ts'
import { streamOf, taken } from '../support/archive.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'

/** The tables as the first version left them, with what it stored. */
interface FirstVersion {
  documents: { id: string; sha256: string; name: string; bytes: number; state: string; attempts: number } & {
    received: string
    extraction: string | null
    search: string
  }
  texts: { sha256: string; text: string }
  extractions: { id: string; original: string; rules: string; engine: string; text: string; body: string } & {
    created: string
  }
}

test('an archive of the first version is taken over: results whole, what was under way waits', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'originals'), { recursive: true })
  const database = new SQLite(join(folder, 'archive.sqlite'))
  const old = new Kysely<FirstVersion>({ dialect: new SqliteDialect({ database }) })
  const provider = { getMigrations: async () => ({ ...MIGRATIONS }) }
  await new Migrator({ db: old, provider }).migrateTo('001-documents')
  const extraction = extractionOf(Buffer.from('a'), 'a', { text: 'Kế hoạch năm 2020' })
  const { text, ...body } = extraction
  const { rules, version: engine } = extraction.engine
  const received = '2026-01-02T03:04:05.000Z'
  await old.insertInto('texts').values({ sha256: 't', text }).execute()
  await old
    .insertInto('extractions')
    .values({ id: 'e', original: 'a', rules, engine, text: 't', body: JSON.stringify(body), created: received })
    .execute()
  for (const [id, state] of [
    ['done000000000000', 'done'],
    ['reading000000000', 'reading'],
    ['received00000000', 'received'],
    ['failed0000000000', 'failed'],
  ] as const) {
    const row = { id, sha256: id, name: id, bytes: 1, state, attempts: 1, received, search: id }
    await old
      .insertInto('documents')
      .values({ ...row, extraction: state === 'done' ? 'e' : null })
      .execute()
  }
  await old.destroy()

  const archive = await openArchive(folder)
  onTestFinished(() => archive.close())
  expect(await archive.extraction('done000000000000')).toEqual(extraction)
  expect(await archive.text('done000000000000')).toBe(text)
  expect(await archive.queue()).toEqual({ waiting: 2, taken: 0 })
  expect(await archive.find('reading000000000')).toMatchObject({ state: 'received' })
})

/** Takes the tables back to what they were before errors were told apart by what is settled of them. */
const BEFORE_UNSETTLED_ERRORS = `drop index documents_unsettled_errors; drop index documents_errors_left;
    drop index documents_open_doubtful; alter table documents drop column unsettled_errors;
    create index documents_open_errors on documents (open_errors, id) where open_errors > 0;
    create index documents_open_doubtful on documents (open_doubtful, id) where open_errors = 0 and open_doubtful > 0;`

test('an archive of before the sample was kept draws it, and counts anew what was settled by chance', async () => {
  const folder = await temporaryFolder()
  const first = await openArchive(folder)
  const observations = Array.from({ length: 200 }, (_, i) => observation('a 1', '1', { id: `o${i}`, confidence: 0.95 }))
  const read = async (text: string) => {
    const { document } = await first.add(streamOf(text), text, 100)
    await first.finish(await taken(first), extractionOf(Buffer.from(text), text, { observations }))
    return document.id
  }
  const [open, decided] = [await read('a 1'), await read('b 1')]
  const changes = { decided: 1, reviewed: 'v', sample_settled: 5, sample_wrong: 4 }
  await first.db.updateTable('documents').set(changes).where('id', '=', decided).execute()
  const drawn = await first.db.selectFrom('documents').select(['id', 'open_sample']).orderBy('id').execute()
  expect(drawn.every(({ open_sample }) => (open_sample ?? 0) > 0)).toBe(true)
  await first.close()
  const database = new SQLite(join(folder, 'archive.sqlite'))
  database.exec(`drop index documents_unseen; drop index documents_open_changed; drop index documents_open_sample;
    create index documents_undecided on documents (id) where decided = 0 and extraction is not null;
    ${BEFORE_UNSETTLED_ERRORS}
    drop table originals_place; alter table documents drop column orphaned; alter table documents drop column open_changed; alter table documents drop column open_sample;
    delete from kysely_migration where name >= '009'`)
  database.close()
  const second = await openArchive(folder)
  onTestFinished(() => second.close())
  expect(await second.db.selectFrom('documents').select(['id', 'open_sample']).orderBy('id').execute()).toEqual(drawn)
  expect(await sampleOf(second.db)).toEqual({ settled: 0, wrong: 0 })
  expect(await uncounted(second.db, 10)).toEqual([decided])
  expect(await nextFor(second.db, 'sample', { who: 'Lan', skip: [] })).toBe(open)
})

test('an archive of before errors were told apart counts those of figures, and anew where somebody has decided', async () => {
  const folder = await temporaryFolder()
  const first = await openArchive(folder)
  const observations = [observation('a 1', '1', { confidence: 0.95 })]
  const read = async (text: string, flags = [flag(), flag({ id: 'f2', observations: [] })]) => {
    const { document } = await first.add(streamOf(text), text, 100)
    await first.finish(await taken(first), extractionOf(Buffer.from(text), text, { observations, flags }))
    return document.id
  }
  const [open, decided] = [await read('a 1'), await read('b 1')]
  const bare = await read('c 1', [flag({ observations: [] })])
  await read('d 1', [])
  const damaged = await read('e 1')
  await first.db.updateTable('documents').set({ decided: 1, reviewed: 'v' }).where('id', '=', decided).execute()
  const columns = (db: typeof first.db) =>
    db.selectFrom('documents').select(['id', 'open_errors', 'unsettled_errors']).orderBy('id').execute()
  const counted = await columns(first.db)
  expect(counted.map(row => row.unsettled_errors).sort()).toEqual([0, 0, 1, 1, 1])
  const { extraction } = await first.db
    .selectFrom('documents')
    .select('extraction')
    .where('id', '=', damaged)
    .executeTakeFirstOrThrow()
  await first.db
    .updateTable('extractions')
    .set({ packed: Buffer.from('damaged') })
    .where('id', '=', extraction)
    .execute()
  await first.close()
  const database = new SQLite(join(folder, 'archive.sqlite'))
  database.exec(
    `drop table originals_place; ${BEFORE_UNSETTLED_ERRORS} delete from kysely_migration where name >= '011'`,
  )
  database.close()
  const second = await openArchive(folder)
  onTestFinished(() => second.close())
  // One that cannot be unpacked counts all it has: whoever opens the archive is told of it by `verify`.
  const all = counted.map(row => (row.id === damaged ? { ...row, unsettled_errors: row.open_errors } : row))
  expect(await columns(second.db)).toEqual(all)
  expect(await uncounted(second.db, 10)).toEqual([decided])
  expect(await nextFor(second.db, 'errors', { who: 'Lan', skip: [damaged] })).toBe(open)
  expect(await nextFor(second.db, 'errors-left', { who: 'Lan', skip: [] })).toBe(bare)
})
