import { expect, inject, onTestFinished, test } from 'vitest'
import { openSharedArchive } from '../../src/archive/open-archive.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { createReading } from '../../src/work/reading.ts'
import { openApp, upload } from '../http/support.ts'
import { readAnything } from '../support/extraction.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { problemOf } from '../support/problem-of.ts'

const SECONDS = 1000

test.skipIf(inject('postgres') === null)(
  'a database that goes away is told of, nothing is lost, and work goes on when it is back',
  { timeout: 60 * SECONDS },
  async () => {
    const server = await startPostgres()
    if (server === null) throw new Error('there is no PostgreSQL')
    onTestFinished(() => server.remove())
    const archive = await openSharedArchive(server.url, null)
    onTestFinished(() => archive.close())
    const { app } = await openApp({ archive })
    const reading = createReading({
      archive,
      limits: DEFAULT_LIMITS,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      lanes: 2,
      // Slow enough for the database to go away while documents are being read.
      extract: async (...args) => {
        await new Promise(resolve => setTimeout(resolve, 300))
        return await readAnything(...args)
      },
    })
    onTestFinished(() => reading.stop(0))
    const stored: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      stored.push((await upload(app, { [name]: name })).json().documents[0].document.id)
    }
    await reading.start()
    await expect.poll(async () => (await archive.queue()).taken).toBe(2)

    await server.kill()
    const refused = await upload(app, { f: 'f' })
    expect(refused.statusCode).toBe(503)
    expect(refused.json()).toMatchObject({ code: 'database-away' })
    expect(refused.headers['retry-after']).toBe('15')
    expect((await app.inject('/v1/documents')).json()).toMatchObject({ code: 'database-away' })
    expect((await app.inject('/readyz')).statusCode).toBe(503)
    expect(await problemOf(archive.takeNext())).toEqual({ code: 'database-away', details: {} })
    await new Promise(resolve => setTimeout(resolve, 2 * SECONDS))

    await server.start()
    expect((await upload(app, { f: 'f' })).statusCode).toBe(201)
    await expect.poll(async () => (await archive.queue()).waiting, { timeout: 20 * SECONDS }).toBe(0)
    await reading.idle()
    for (const id of stored) expect(await archive.find(id)).toMatchObject({ state: 'done' })
    expect(await archive.queue()).toEqual({ waiting: 0, taken: 0 })
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
