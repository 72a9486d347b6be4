import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { openConfigured } from '../../src/archive/open-configured.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import { readConfig } from '../../src/config.ts'
import { temporaryFolder } from '../support/folder.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { randomOf } from '../support/random.ts'
import { type CrashOptions, crashRun } from './crash-run.ts'

const KILLS = Number(process.env.CRASH_KILLS ?? 50)
const DOCUMENTS = Math.max(300, KILLS)
const timeout = 10_000 * KILLS

const expectNothingLost = async (options: Pick<CrashOptions, 'programs' | 'environment' | 'restartDatabase'>) => {
  const log = join(await temporaryFolder(), 'log')
  const outcome = await crashRun({
    documents: DOCUMENTS,
    kills: KILLS,
    random: randomOf(process.env.CRASH_SEED ?? '1'),
    log,
    ...options,
  })
  expect(outcome.faults, readFileSync(log, 'utf8').slice(-4000)).toEqual([])
  expect(outcome).toMatchObject({ kills: KILLS, acknowledged: DOCUMENTS })
  const config = readConfig(options.environment)
  if (!config.ok) throw new Error('the configuration is not valid')
  const archive = await openConfigured(config.config, 'command')
  onTestFinished(() => archive.close())
  expect((await verify(archive)).findings.filter(({ level }) => level === 'error')).toEqual([])
}

describe('killed at random moments, again and again, every file is there exactly once and reads as undisturbed', () => {
  test('a server with its embedded archive', { timeout }, async () => {
    await expectNothingLost({ programs: ['serve'], environment: { TRICHLUC_DATA: await temporaryFolder() } })
  })

  test.skipIf(inject('postgres') === null)(
    'a server, three workers and their PostgreSQL (needs PostgreSQL)',
    { timeout },
    async () => {
      const postgres = await startPostgres()
      if (postgres === null) throw new Error('there is no PostgreSQL')
      onTestFinished(() => postgres.remove())
      await expectNothingLost({
        programs: ['serve', 'worker', 'worker', 'worker'],
        environment: { DATABASE_URL: postgres.url },
        restartDatabase: async () => {
          await postgres.kill()
          await postgres.start()
        },
      })
    },
  )
})
