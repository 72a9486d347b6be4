import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { MAX_ATTEMPTS } from '../../src/archive/reading-states.ts'
import { problem } from '../../src/problem.ts'
import { newArchive, streamOf, taken } from '../support/archive.ts'
import { fillDatabase, freeDatabase } from '../support/full-database.ts'
import { problemOf } from '../support/problem-of.ts'

const FULL = problem('cannot-store', { vi: 'ổ đĩa đã đầy', en: 'the disk is full' })
const READ_ONLY = problem('cannot-store', {
  vi: 'chỉ đọc được, không ghi được',
  en: 'it can be read only, not written to',
})

/** Adds files until one is refused. @returns what it is refused with, and how many were taken */
const addUntilFull = async (archive: Archive) => {
  for (let added = 0; ; added++) {
    const refused = await problemOf(archive.add(streamOf(`văn bản ${added}`), `${added}.txt`, 1000))
    if (refused !== null) return { refused, added }
  }
}

test('a file that has no room in the database is refused for the full disk, and taken when there is room', async () => {
  const archive = await newArchive('sqlite')
  await fillDatabase(archive)
  const { refused, added } = await addUntilFull(archive)
  expect(refused).toEqual(FULL)
  expect((await archive.list({}, null, 1)).total).toBe(added)
  await freeDatabase(archive)
  const again = await archive.add(streamOf(`văn bản ${added}`), `${added}.txt`, 1000)
  expect(again.outcome).toBe('stored')
})

test('of files that are stored together on a full disk, each is stored or refused for it', async () => {
  const archive = await newArchive('sqlite')
  await fillDatabase(archive)
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      archive.add(streamOf(`văn bản ${i} ${'x'.repeat(500)}`), `${i}${'x'.repeat(200)}.txt`, 1000).then(
        () => 'stored',
        (error: { problem?: unknown }) => error.problem ?? error,
      ),
    ),
  )
  const refused = outcomes.filter(outcome => outcome !== 'stored')
  expect(refused).toEqual(refused.map(() => FULL))
  expect(refused.length).toBeGreaterThan(0)
  expect((await archive.list({}, null, 1)).total).toBe(60 - refused.length)
})

test.skipIf(inject('postgres') === null)(
  'what ends a reading on a PostgreSQL with a full disk says so, and can be done again',
  async () => {
    const archive = await newArchive('postgres')
    await archive.add(streamOf('a'), 'a', 1000)
    const claimed = await taken(archive)
    await sql`create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(archive.db)
    await sql`create trigger full_disk before update on documents for each row execute function no_room()`.execute(
      archive.db,
    )
    expect(await problemOf(archive.fail(claimed, problem('no-text')))).toEqual(FULL)
    expect(await problemOf(archive.putBack(claimed, problem('no-text')))).toEqual(FULL)
    expect(await problemOf(archive.giveBack(claimed))).toEqual(FULL)
    await sql`drop trigger full_disk on documents`.execute(archive.db)
    expect(await archive.fail(claimed, problem('no-text'))).toBe(true)
    expect(await archive.queue()).toEqual({ waiting: 0, taken: 0 })
  },
)

test('whatever writes to a database that cannot be written to says so, and changes nothing', async () => {
  const archive = await newArchive('sqlite')
  for (const name of ['a', 'b']) await archive.add(streamOf(name), name, 1000)
  const claimed = await taken(archive)
  const cause = problem('no-text')
  const writes: Record<string, () => Promise<unknown>> = {
    takeNext: () => archive.takeNext(),
    tellPages: () => archive.tellPages(claimed, { page: 1, pages: 2 }),
    fail: () => archive.fail(claimed, cause),
    giveBack: () => archive.giveBack(claimed),
    putBack: () => archive.putBack(claimed, cause),
    'putBack, for the last time': () => archive.putBack({ ...claimed, ownAttempts: MAX_ATTEMPTS }, cause),
    attend: () => archive.attend(),
  }
  await sql`pragma query_only = on`.execute(archive.db)
  for (const [name, write] of Object.entries(writes))
    expect([name, await problemOf(write())]).toEqual([name, READ_ONLY])
  await sql`pragma query_only = off`.execute(archive.db)
  expect(await archive.queue()).toEqual({ waiting: 1, taken: 1 })
  expect(await archive.fail(claimed, cause)).toBe(true)
})
