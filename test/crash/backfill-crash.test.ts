import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive, openSharedArchive } from '../../src/archive/open-archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import { allItems } from '../../src/backfill/items.ts'
import { createBackfill, findBackfill } from '../../src/backfill/ledger.ts'
import { DEFAULT_LIMITS, extract } from '../../src/extract.ts'
import { newDatabase } from '../support/archive.ts'
import { temporaryFolder } from '../support/folder.ts'
import { randomOf } from '../support/random.ts'
import { zipOf } from '../support/zip.ts'
import { type CorpusFile, corpus } from './corpus.ts'
import { Program } from './program.ts'

/** A fifth of those of the servers, who take in zips of backfills, too: each is of the one process that does everything. */
const KILLS = Math.ceil(Number(process.env.CRASH_KILLS ?? 50) / 5)
/** More than are read between the kills. */
const DOCUMENTS = 40 * KILLS
/** A fast machine may be done before the last of them. */
const LEAST = Math.ceil(KILLS / 2)
/** Milliseconds that the program lives at most after its first word. */
const LIFE = 1_500
const timeout = 60_000 + 15_000 * KILLS

/** A folder with half of the files, and the others in a zip in it. */
const write = async (files: readonly CorpusFile[]): Promise<string> => {
  const folder = join(await temporaryFolder(), 'kho')
  await mkdir(folder)
  const [loose, packed] = [files.slice(0, files.length / 2), files.slice(files.length / 2)]
  for (const { name, content } of loose) await writeFile(join(folder, name), content)
  await writeFile(join(folder, 'luu-tru.zip'), await zipOf(packed.map(({ name, content }) => [name, content])))
  return folder
}

const killedAgainAndAgain = async (environment: Readonly<Record<string, string>>, open: () => Promise<Archive>) => {
  const files = corpus(DOCUMENTS)
  const folder = await write(files)
  const log = join(await temporaryFolder(), 'log')
  const random = randomOf(process.env.CRASH_SEED ?? '1')
  const before = await open()
  const { id } = await createBackfill(before.db, { kind: 'paths', names: [folder], cwd: '/' }, new Date().toISOString())
  await before.close()

  const resume = () => new Program('backfill', environment, log, ['resume', id])
  let kills = 0
  while (kills < KILLS) {
    const program = resume()
    await program.spoken()
    await Promise.race([sleep(random.between(0, LIFE)), program.finished()])
    if (!program.alive) break
    await program.kill(random.next() < 0.5)
    kills++
  }
  const code = await resume().finished()
  expect(code, (await readFile(log, 'utf8')).slice(-4000)).toBe(0)

  const archive = await open()
  onTestFinished(() => archive.close())
  expect(await findBackfill(archive.db, id)).toMatchObject({ state: 'done' })
  expect((await archive.list({}, null, 1)).total).toBe(DOCUMENTS)
  const found = new Map<string, string>()
  for await (const item of allItems(archive.db, id)) {
    expect(item.state, item.path).toBe('done')
    found.set(item.path.split('/').at(-1) ?? '', item.document ?? '')
  }
  expect(found.size).toBe(DOCUMENTS)
  expect((await verify(archive)).findings.filter(({ level }) => level === 'error')).toEqual([])
  for (const file of files) {
    const extraction = await archive.extraction(found.get(file.name) ?? '')
    expect(extraction?.document.sha256, file.name).toBe(file.sha256)
    const undisturbed = await extract(Buffer.from(file.content), file.name, DEFAULT_LIMITS)
    expect(extraction?.observations, file.name).toEqual(undisturbed.ok ? undisturbed.extraction.observations : null)
  }
  return kills
}

describe('a backfill that is killed at random moments, again and again, has each file exactly once, read as undisturbed', () => {
  test('in an embedded archive', { timeout }, async () => {
    const data = await temporaryFolder()
    expect(await killedAgainAndAgain({ TRICHLUC_DATA: data }, () => openArchive(data))).toBeGreaterThanOrEqual(LEAST)
  })

  test.skipIf(inject('postgres') === null)('in PostgreSQL (needs PostgreSQL)', { timeout }, async () => {
    const url = await newDatabase(inject('postgres') ?? '')
    const open = () => openSharedArchive(url, null)
    expect(await killedAgainAndAgain({ DATABASE_URL: url }, open)).toBeGreaterThanOrEqual(LEAST)
  })
})
