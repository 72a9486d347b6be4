import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { openSharedArchive } from '../../src/archive/open-archive.ts'
import { createBackfill, hold } from '../../src/backfill/ledger.ts'
import { resumeCommand } from '../../src/cli/backfill-command.ts'
import { run } from '../../src/cli/run.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { BackfillProgress } from '../../src/http/backfill-schemas.ts'
import { createReading, type Extract } from '../../src/work/reading.ts'
import { formOf, openApp } from '../http/support.ts'
import { newDatabase } from '../support/archive.ts'
import { calling } from '../support/calling.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { zipOf } from '../support/zip.ts'

const FILES = 40
const log = { info: () => {}, warn: () => {}, error: () => {} }

/** Reads slowly enough that others come in between, and notes which names it has read. */
const noting = (names: string[]): Extract => {
  return async (bytes, name, limits) => {
    names.push(name)
    await sleep(10)
    return await readAnything(bytes, name, limits)
  }
}

/** A worker on the database, as `trichluc worker` is one. @returns the names of what it reads */
const worker = async (url: string): Promise<string[]> => {
  const archive = await openSharedArchive(url, null, { kind: 'worker' })
  const names: string[] = []
  const reading = createReading({ archive, extract: noting(names), limits: DEFAULT_LIMITS, log })
  await reading.start()
  onTestFinished(async () => {
    await reading.stop(1_000)
    await archive.close()
  })
  return names
}

describe.skipIf(inject('postgres') === null)('in a PostgreSQL that processes share (needs PostgreSQL)', () => {
  const names = Array.from({ length: FILES }, (_, i) => `${String(i).padStart(2, '0')}.txt`)
  const database = () => newDatabase(inject('postgres') ?? '')

  test('workers help the command, and each document is read once', async () => {
    const url = await database()
    const folder = join(await temporaryFolder(), 'kho')
    await mkdir(folder)
    for (const name of names) await writeFile(join(folder, name), `${name} hợp tác xã`)
    const byWorker = await worker(url)
    const byCommand: string[] = []
    const reader: Extract = async (...parts) => {
      // The worker looks for documents once a second: the command's first one is under way until then.
      while (byWorker.length === 0) await sleep(5)
      return await noting(byCommand)(...parts)
    }
    const { code, out } = await calling(
      streams => run(['backfill', folder], streams, reader),
      { DATABASE_URL: url, TRICHLUC_READERS: '1' },
      { stopped: new Promise(() => {}) },
    )
    expect([code, out]).toEqual([0, expect.stringMatching(/đọc xong · read +40\n/)])
    expect([...byCommand, ...byWorker].sort()).toEqual(names)
    expect(Math.min(byCommand.length, byWorker.length)).toBeGreaterThan(0)
  })

  test('resume notes a backfill that another process holds, and goes on with the next; asked for that one, it says so', async () => {
    const url = await database()
    const folder = await temporaryFolder()
    const archive = await openSharedArchive(url, null)
    onTestFinished(() => archive.close())
    const create = async (name: string) => {
      await writeFile(join(folder, name), `${name} hợp tác xã`)
      return await createBackfill(archive.db, { kind: 'paths', names: [name], cwd: folder }, new Date().toISOString())
    }
    const [held, free] = [await create('0.txt'), await create('1.txt')]
    expect(await hold(archive, held.id)).toBe(true)
    const resume = (id: string | null) =>
      calling(
        streams => resumeCommand(id, { csv: null, reader: readAnything, patience: 0 }, streams),
        { DATABASE_URL: url },
        { stopped: new Promise(() => {}) },
      )
    const cause = `Another process is storing the files of the backfill ${held.id}.`
    const all = await resume(null)
    expect([all.code, all.err]).toEqual([1, expect.stringContaining(cause)])
    expect(all.out).toContain(`Backfill ${free.id}: xong · done`)
    expect(await resume(held.id)).toMatchObject({ code: 1, out: '', err: expect.stringContaining(cause) })
  })

  test('a server stores what a zip holds and workers read it, until it is done', async () => {
    const url = await database()
    const byWorker = await worker(url)
    const archive = await openSharedArchive(url, null)
    onTestFinished(() => archive.close())
    const { app } = await openApp({ archive })
    const zip = await zipOf(names.map(name => [name, `${name} hợp tác xã`]))
    const form = await formOf({ 'kho.zip': new Uint8Array(zip) })
    const { id } = BackfillProgress.parse((await app.inject({ method: 'POST', url: '/v1/backfills', ...form })).json())
    const last = (await app.inject(`/v1/backfills/${id}/events`)).body.split('data: ').at(-1) ?? ''
    expect(BackfillProgress.parse(JSON.parse(last)).progress.states.done).toBe(FILES)
    expect([...byWorker].sort()).toEqual(names)
    expect(await archive.db.selectFrom('originals').select('sha256').execute()).toHaveLength(FILES)
  })
})
