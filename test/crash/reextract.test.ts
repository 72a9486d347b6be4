import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import type { Reextraction } from '../../src/contract/index.ts'
import { DEFAULT_LIMITS, extract, shippedRules } from '../../src/extract.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { streamOf, taken } from '../support/archive.ts'
import { changedRules } from '../support/changed-rules.ts'
import { temporaryFolder } from '../support/folder.ts'
import { randomOf } from '../support/random.ts'
import { corpus } from './corpus.ts'

const DOCUMENTS = 40
const KILLS = 6

/** How many documents were read anew, as another process sees it. */
const readAnew = (data: string): number => {
  const database = new SQLite(join(data, 'archive.sqlite'), { readonly: true })
  try {
    const count = database.prepare("select count(*) from reextraction_items where state = 'read'").pluck()
    return Number(count.get())
  } finally {
    database.close()
  }
}

/**
 * Starts the command, and kills it with all its children when so many documents are read.
 * @returns what it printed, null where it was killed
 */
const reextract = async (data: string, read: number): Promise<string | null> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/trichluc.ts', 'reextract', '--json'], {
    env: { PATH: process.env.PATH ?? '', TRICHLUC_DATA: data, TRICHLUC_READERS: '1' },
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let out = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk
  })
  const ended = once(child, 'close')
  while (child.exitCode === null && readAnew(data) < read) await sleep(10)
  if (child.exitCode === null && child.pid !== undefined && read < DOCUMENTS) process.kill(-child.pid, 'SIGKILL')
  await ended
  return child.exitCode === 0 ? out : null
}

test('reading anew that is killed at random moments ends as if it had not been', { timeout: 300_000 }, async () => {
  const data = await temporaryFolder()
  const old = loadRules(
    await changedRules('indicators/people.yaml', s => s.replace('code: members\n', 'code: members_old\n')),
  )
  const archive = await openArchive(data)
  const files = corpus(DOCUMENTS)
  for (const { name, content } of files) {
    await archive.add(streamOf(content), name, DEFAULT_LIMITS.maxBytes)
    const result = await extract(Buffer.from(content), name, DEFAULT_LIMITS, old)
    if (!result.ok) throw new Error(result.problem.code)
    await archive.finish(await taken(archive), result.extraction)
  }
  await archive.close()

  const random = randomOf('reextract')
  for (let kill = 1; kill <= KILLS; kill++) {
    const killedAt = Math.floor(random.between(kill - 1, kill) * (DOCUMENTS / KILLS))
    expect(await reextract(data, killedAt)).toBeNull()
  }
  const out = await reextract(data, Number.POSITIVE_INFINITY)
  const over = JSON.parse(out ?? 'null') as Reextraction
  expect(over).toMatchObject({ state: 'done', documents: { waiting: 0, read: DOCUMENTS, failed: 0 } })

  const again = await openArchive(data)
  expect((await verify(again)).findings).toEqual([])
  const items = await again.db.selectFrom('reextraction_items').select(['document', 'state']).execute()
  expect(new Set(items.map(item => item.document)).size).toBe(DOCUMENTS)
  expect(items.every(item => item.state === 'read')).toBe(true)
  expect(await again.db.selectFrom('extractions').select('id').execute()).toHaveLength(2 * DOCUMENTS)
  const rows = await again.db.selectFrom('documents').select(['id', 'name']).execute()
  for (const { id, name } of rows) {
    const content = files.find(file => file.name === name)?.content ?? ''
    const undisturbed = await extract(Buffer.from(content), name, DEFAULT_LIMITS, shippedRules())
    expect(await again.extraction(id)).toEqual(
      undisturbed.ok ? JSON.parse(JSON.stringify(undisturbed.extraction)) : null,
    )
  }
  await again.close()
})
