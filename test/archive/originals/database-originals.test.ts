import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openSharedArchive } from '../../../src/archive/open-archive.ts'
import { verify } from '../../../src/archive/verify/verify.ts'
import { newDatabase, streamOf } from '../../support/archive.ts'
import { lossyProxy } from '../../support/lossy-proxy.ts'
import { problemOf } from '../../support/problem-of.ts'

const MIB = 1024 * 1024
const server = inject('postgres') ?? ''

const opened = async (url: string) => {
  const archive = await openSharedArchive(url, null)
  onTestFinished(() => archive.close())
  return archive
}

test.skipIf(server === '')(
  'an upload that fails takes nothing from another one of the same bytes that is answered meanwhile',
  async () => {
    const archive = await opened(await newDatabase(server))
    const { db } = archive
    // The row of a file of this name is refused once the gate is open.
    await sql`create function refuse() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(1, 1); raise exception 'refused'; end $$`.execute(db)
    await sql`create trigger refuse before insert on documents for each row when (new.name = 'refused.txt')
      execute function refuse()`.execute(db)
    const waiting = async () => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from pg_locks
        where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(db)
      return Number(rows[0]?.n)
    }
    let answered = false
    const [refused, stored] = await db.connection().execute(async gate => {
      await sql`select pg_advisory_lock(1, 1)`.execute(gate)
      const failing = problemOf(archive.add(streamOf('same'), 'refused.txt', MIB))
      await expect.poll(waiting).toBe(1)
      const other = archive.add(streamOf('same'), 'other.txt', MIB).finally(() => {
        answered = true
      })
      await expect.poll(async () => answered || (await waiting()) === 2).toBe(true)
      await sql`select pg_advisory_unlock(1, 1)`.execute(gate)
      return [await failing, await other]
    })
    expect(refused).toMatchObject({ message: 'refused' })
    expect(stored.outcome).toBe('stored')
    expect(Buffer.from(await archive.original(stored.document)).toString()).toBe('same')
    expect((await verify(archive)).findings).toEqual([])
  },
)

test.skipIf(server === '')('a document whose upload was committed and never answered keeps its original', async () => {
  const url = await newDatabase(server)
  const proxy = await lossyProxy(url)
  const far = await opened(proxy.url)
  proxy.loseCommitOf('insert into "documents"')
  expect(await problemOf(far.add(streamOf('same'), 'a.txt', MIB))).toEqual({ code: 'database-away', details: {} })
  expect(proxy.lost()).toBe(1)
  const archive = await opened(url)
  expect((await archive.list({}, null, 10)).total).toBe(1)
  expect((await verify(archive)).findings).toEqual([])
  const again = await far.add(streamOf('same'), 'b.txt', MIB)
  expect(again).toMatchObject({ outcome: 'known', document: { name: 'a.txt' } })
  expect(Buffer.from(await archive.original(again.document)).toString()).toBe('same')
})

test.skipIf(server === '')('what a failed upload has sent is gone, however many chunks it has', async () => {
  const archive = await opened(await newDatabase(server))
  await sql`alter table documents add check (name <> 'refused.txt')`.execute(archive.db)
  const bytes = Buffer.alloc(3 * MIB + 1, 'x')
  expect(await problemOf(archive.add(streamOf(bytes), 'refused.txt', 4 * MIB))).toMatchObject({ code: '23514' })
  expect(await archive.originals.incoming()).toBe(0)
  expect(await archive.db.selectFrom('originals').select('sha256').execute()).toEqual([])
})
