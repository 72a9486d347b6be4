import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { MIGRATIONS } from '../../src/archive/database/migrations/index.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { extractionOf } from '../support/extraction.ts'
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
