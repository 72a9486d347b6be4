import type { Archive } from './archive/archive.ts'
import { askedToStop, endAtLatest } from './asked-to-stop.ts'
import type { Config } from './config.ts'
import { buildApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { readVersion } from './version.ts'
import { withArchive } from './with-archive.ts'
import { type Checking, createChecking } from './work/checking/checking.ts'
import { type ReadingPool, readingPool } from './work/pool/reading-pool.ts'

/** How long a server that stops may take before it ends all the same. */
const STOP_LIMIT = 30_000

const run = async (config: Config, archive: Archive, complain: (text: string) => void): Promise<number> => {
  const pool = readingPool({ ...config.reading, complain })
  const checking = createChecking()
  try {
    return await serveUntilAsked(config, archive, pool, checking)
  } finally {
    await checking.close()
    await pool.close()
  }
}

const serveUntilAsked = async (
  config: Config,
  archive: Archive,
  pool: ReadingPool,
  checking: Checking,
): Promise<number> => {
  const app = await buildApp({
    archive,
    extract: pool.read,
    explain: pool.explain,
    pictures: pool.pictures,
    megabytes: () => pool.megabytes,
    reviewRules: checking.rules,
    config,
    version: readVersion(),
    logger: { level: config.logLevel },
  })
  await app.ready()
  await listen(app, config.host, config.port)
  const signal = await askedToStop()
  app.log.info({ signal }, 'stopping')
  endAtLatest(STOP_LIMIT)
  await app.close()
  return 0
}

/**
 * Runs the server until it is asked to stop (SIGTERM, SIGINT). What it cannot start with is said on `complain`.
 * @param environment the variables that configure it
 * @returns the exit code: 0 after an orderly stop, 1 when it could not start
 */
export const serve = (
  environment: Readonly<Record<string, string | undefined>>,
  complain: (text: string) => void,
): Promise<number> => withArchive(environment, 'server', complain, (config, archive) => run(config, archive, complain))
