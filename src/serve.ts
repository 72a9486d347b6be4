import { once } from 'node:events'
import type { Archive } from './archive/archive.ts'
import { openArchive } from './archive/open-archive.ts'
import { type Config, readConfig } from './config.ts'
import { extract } from './extract.ts'
import { buildApp } from './http/app.ts'
import { ProblemError, problem } from './problem.ts'
import { problemText } from './problem-text.ts'
import { systemCauseOrMessage } from './system-cause.ts'
import { readVersion } from './version.ts'

/** How long a server that stops may take before it ends all the same. */
const STOP_LIMIT = 30_000

const run = async (config: Config, archive: Archive): Promise<void> => {
  const app = await buildApp({
    archive,
    extract,
    config,
    version: readVersion(),
    logger: { level: config.logLevel },
  })
  await app.ready()
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    throw new ProblemError(
      problem('cannot-listen', { host: config.host, port: config.port, ...systemCauseOrMessage(error) }),
    )
  }
  const asked = new AbortController()
  const [signal] = await Promise.race(
    ['SIGTERM', 'SIGINT'].map(name => once(process, name, { signal: asked.signal })),
  ).finally(() => asked.abort())
  app.log.info({ signal }, 'stopping')
  setTimeout(() => process.exit(1), STOP_LIMIT).unref()
  await app.close()
}

/**
 * Runs the server until it is asked to stop (SIGTERM, SIGINT). What it cannot start with is said on `complain`.
 * @param environment the variables that configure it
 * @returns the exit code: 0 after an orderly stop, 1 when it could not start
 */
export async function serve(
  environment: Readonly<Record<string, string | undefined>>,
  complain: (text: string) => void,
): Promise<number> {
  const result = readConfig(environment)
  if (!result.ok) {
    for (const each of result.problems) complain(problemText('trichluc', each))
    return 1
  }
  try {
    const archive = await openArchive(result.config.data)
    try {
      await run(result.config, archive)
    } finally {
      await archive.close()
    }
    return 0
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    complain(problemText('trichluc', error.problem))
    return 1
  }
}
