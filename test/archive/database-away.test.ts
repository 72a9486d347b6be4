import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { isAway } from '../../src/archive/database/away.ts'
import type { Database } from '../../src/archive/database/database.ts'
import { withoutHurry } from '../../src/archive/database/patience.ts'
import { openSharedArchive } from '../../src/archive/open-archive.ts'
import { BEAT, LEASE } from '../../src/archive/processes.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { createReading } from '../../src/work/reading.ts'
import { openApp, upload } from '../http/support.ts'
import { newDatabase } from '../support/archive.ts'
import { readAnything } from '../support/extraction.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { problemOf } from '../support/problem-of.ts'

const SECONDS = 1000
const PATIENTLY = { timeout: 30 * SECONDS }

test.skipIf(inject('postgres') === null)(
  'a database that goes away is told of, nothing is lost, and work goes on when it is back',
  async () => {
    const server = await startPostgres()
    if (server === null) throw new Error('there is no PostgreSQL')
    onTestFinished(() => server.remove())
    const archive = await openSharedArchive(server.url, null)
    onTestFinished(() => archive.close())
    const { app } = await openApp({ archive })
    // Documents are being read when the database goes away.
    let go = () => {}
    const gone = new Promise<void>(resolve => {
      go = resolve
    })
    const reading = createReading({
      archive,
      limits: DEFAULT_LIMITS,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      lanes: 2,
      extract: async (...args) => {
        await gone
        return await readAnything(...args)
      },
    })
    onTestFinished(() => reading.stop(0))
    onTestFinished(() => go())
    const stored: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      stored.push((await upload(app, { [name]: name })).json().documents[0].document.id)
    }
    await reading.start()
    await expect.poll(async () => (await archive.queue()).taken).toBe(2)

    await server.kill()
    go()
    const refused = await upload(app, { f: 'f' })
    expect(refused.statusCode).toBe(503)
    expect(refused.json()).toMatchObject({ code: 'database-away' })
    expect(refused.headers['retry-after']).toBe('15')
    expect((await app.inject('/v1/documents')).json()).toMatchObject({ code: 'database-away' })
    expect((await app.inject('/readyz')).statusCode).toBe(503)
    expect(await problemOf(archive.takeNext())).toEqual({ code: 'database-away', details: {} })
    // Away for longer than a process may be silent before it counts as dead.
    await new Promise(resolve => setTimeout(resolve, LEASE + BEAT))

    await server.start()
    expect((await upload(app, { f: 'f' })).statusCode).toBe(201)
    await expect.poll(async () => (await archive.queue()).waiting, PATIENTLY).toBe(0)
    await reading.idle()
    for (const id of stored) expect(await archive.find(id)).toMatchObject({ state: 'done' })
    expect(await archive.queue()).toEqual({ waiting: 0, taken: 0 })
    expect((await verify(archive)).errors).toBe(0)
  },
)

test.skipIf(inject('postgres') === null)(
  'a database that falls silent leaves no request without an answer, and what it was asked meanwhile holds nothing up',
  async () => {
    const server = await startPostgres()
    if (server === null) throw new Error('there is no PostgreSQL')
    onTestFinished(() => server.remove())
    const archive = await openSharedArchive(server.url, null, { patience: 2 * SECONDS })
    onTestFinished(() => archive.close())
    const { app } = await openApp({ archive })
    const stored: string[] = []
    for (const name of ['a', 'b', 'c', 'd']) {
      stored.push((await upload(app, { [name]: name })).json().documents[0].document.id)
    }
    await sql`create table takings (claim text)`.execute(archive.db)
    await sql`create function note() returns trigger language plpgsql as $$
      begin insert into takings values (new.claim); return new; end $$`.execute(archive.db)
    await sql`create trigger note before update on documents for each row when (new.queued = 'taken')
      execute function note()`.execute(archive.db)
    const takings = async () => (await sql`select claim from takings`.execute(archive.db)).rows.length
    // Connections that are open get what is asked, and the database does it when it comes to itself.
    await Promise.all(Array.from({ length: 8 }, () => archive.find('x')))
    server.pause()
    const asked = await Promise.all([
      problemOf(archive.takeNext()),
      problemOf(archive.takeNext()),
      app.inject('/v1/documents').then(answer => answer.json().code),
      upload(app, { e: 'e' }).then(answer => answer.json().code),
      app.inject('/readyz').then(answer => answer.statusCode),
    ])
    const away = { code: 'database-away', details: {} }
    expect(asked).toEqual([away, away, 'database-away', 'database-away', 503])
    server.resume()
    await expect.poll(takings, PATIENTLY).toBe(2)

    const reading = createReading({
      archive,
      limits: DEFAULT_LIMITS,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      extract: readAnything,
    })
    onTestFinished(() => reading.stop(0))
    expect((await upload(app, { e: 'e' })).statusCode).toBe(201)
    await reading.start()
    await expect.poll(() => archive.queue(), PATIENTLY).toEqual({ waiting: 0, taken: 0 })
    for (const id of stored) expect(await archive.find(id)).toMatchObject({ state: 'done' })
    expect((await verify(archive)).errors).toBe(0)
  },
)

test.skipIf(inject('postgres') === null)(
  'what takes long is waited for where it may, and what a silent connection had begun does not count',
  async () => {
    const url = await newDatabase(inject('postgres') ?? '')
    const archive = await openSharedArchive(url, null, { patience: SECONDS })
    onTestFinished(() => archive.close())
    const slowly = (db: Database) => sql`select pg_sleep(2)`.execute(db)
    await expect(withoutHurry(() => slowly(archive.db))).resolves.toMatchObject({ rows: [{}] })
    const begun = archive.db.transaction().execute(async tx => {
      await tx
        .insertInto('texts')
        .values({ sha256: 'begun', packed: Buffer.of(1) })
        .execute()
      await slowly(tx)
    })
    await expect(begun).rejects.toSatisfy(isAway)
    for (const each of [1, 2, 3]) {
      await archive.db.transaction().execute(async tx => {
        await tx
          .insertInto('texts')
          .values({ sha256: String(each), packed: Buffer.of(each) })
          .execute()
      })
    }
    expect(await archive.db.selectFrom('texts').select('sha256').orderBy('sha256').execute()).toEqual(
      ['1', '2', '3'].map(sha256 => ({ sha256 })),
    )
  },
)

test('a database that cannot be reached is told of with its place, and without the password', async () => {
  const problem = await problemOf(openSharedArchive('postgres://u:secret@127.0.0.1:1/archive', null))
  expect(problem).toEqual({
    code: 'unusable-database',
    details: {
      database: 'postgres://127.0.0.1:1/archive',
      vi: 'không có chương trình nào nhận kết nối ở đó',
      en: 'nothing accepts connections there',
    },
  })
})
