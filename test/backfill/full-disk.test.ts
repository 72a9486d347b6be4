import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Backfill } from '../../src/backfill/backfill.ts'
import { allItems } from '../../src/backfill/items.ts'
import { createBackfill, findBackfill } from '../../src/backfill/ledger.ts'
import { progressOf } from '../../src/backfill/progress.ts'
import { takeIn } from '../../src/cli/backfill/take-in.ts'
import { BackfillProgress } from '../../src/http/backfill-schemas.ts'
import { configOf, formOf, openApp } from '../http/support.ts'
import { newArchive } from '../support/archive.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { fillDatabase, freeDatabase } from '../support/full-database.ts'
import { zipOf } from '../support/zip.ts'

const FILES = 120
const text = (i: number) => `Năm 2019 có ${i} hợp tác xã`

const kho = async (): Promise<string> => {
  const folder = join(await temporaryFolder(), 'kho')
  await mkdir(folder)
  for (let i = 0; i < FILES; i++) await writeFile(join(folder, `${i}.txt`), text(i))
  return folder
}

/** What became of a backfill's files: how many of each state and cause. */
const became = async ({ db }: Archive, id: string): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for await (const { state, problem } of allItems(db, id)) {
    const key = [state, problem?.code].filter(each => each !== undefined).join(' ')
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** The archive, and how often it could not store. */
const watched = (archive: Archive): { archive: Archive; refusals: () => number } => {
  let refusals = 0
  const counting =
    <P extends unknown[], T>(method: (...parts: P) => Promise<T>) =>
    (...parts: P): Promise<T> =>
      method(...parts).catch(error => {
        if (error.problem?.code === 'cannot-store') refusals++
        throw error
      })
  return {
    archive: { ...archive, add: counting(archive.add), finish: counting(archive.finish) },
    refusals: () => refusals,
  }
}

const takenIn = (backfill: Backfill, archive: Archive) => {
  let err = ''
  const streams = {
    stdin: Readable.from([]),
    print: () => {},
    complain: (said: string) => {
      err += said
    },
    environment: {},
    stopped: new Promise<never>(() => {}),
  }
  const done = takeIn(backfill, { archive, config: configOf({}), streams, reader: readAnything })
  return { done, said: () => err }
}

/** Lets the archive fill up, waits until it was met, and gives it so little room that it fills up again; then frees it. */
const fillAgainAndAgain = async (archive: Archive, refusals: () => number): Promise<void> => {
  for (const room of [2, 10, 20]) {
    const before = refusals()
    await fillDatabase(archive, room)
    await expect.poll(refusals).toBeGreaterThan(before)
  }
  await freeDatabase(archive)
}

test('a backfill whose archive fills up waits, says why, and has every file when there is room', async () => {
  const { archive, refusals } = watched(await newArchive('sqlite'))
  const sources = { kind: 'paths' as const, names: ['kho'], cwd: join(await kho(), '..') }
  const backfill = await createBackfill(archive.db, sources, new Date().toISOString())
  await fillDatabase(archive)
  const { done, said } = takenIn(backfill, archive)
  await fillAgainAndAgain(archive, refusals)
  expect(await done).toBe(true)
  expect(await became(archive, backfill.id)).toEqual({ done: FILES })
  const ended = (await findBackfill(archive.db, backfill.id)) ?? expect.fail('the backfill is gone')
  expect(await progressOf(archive.db, ended, Date.now())).toMatchObject({ stored: FILES, known: 0 })
  expect(said()).toContain(
    'trichluc: đang chờ: Không ghi được vào kho: ổ đĩa đã đầy. Giải phóng chỗ trên ổ đĩa của kho, kiểm tra quyền ghi; sau đó việc đang chờ tự chạy tiếp.\n' +
      'trichluc: waiting: The archive cannot be written to: the disk is full. Free the disk of the archive and check its permissions; what waits then goes on by itself.\n',
  )
})

test('a backfill that was sent to a server whose archive fills up has every file when there is room', async () => {
  const { archive, refusals } = watched(await newArchive('sqlite'))
  const { app } = await openApp({ archive })
  const zip = await zipOf(Array.from({ length: FILES }, (_, i) => [`${i}.txt`, text(i)]))
  const form = await formOf({ 'kho.zip': Uint8Array.from(zip) })
  const { id } = BackfillProgress.parse((await app.inject({ method: 'POST', url: '/v1/backfills', ...form })).json())
  await fillDatabase(archive)
  await fillAgainAndAgain(archive, refusals)
  await expect.poll(async () => (await findBackfill(archive.db, id))?.state).toBe('done')
  expect(await became(archive, id)).toEqual({ done: FILES })
})
