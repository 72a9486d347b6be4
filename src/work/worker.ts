import pino from 'pino'
import type { Archive } from '../archive/archive.ts'
import { askedToStop, endAtLatest } from '../asked-to-stop.ts'
import type { Config } from '../config.ts'
import { listen } from '../http/listen.ts'
import { buildWorkerApp } from '../http/worker-app.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { ProblemError, problem } from '../problem.ts'
import { readVersion } from '../version.ts'
import { withArchive } from '../with-archive.ts'
import { type PooledReading, pooledReading } from './pooled-reading.ts'

/** How long a worker that stops may take before it ends all the same. */
const STOP_LIMIT = 30_000

const run = async (config: Config, archive: Archive, complain: (text: string) => void): Promise<number> => {
  if (!archive.shared) throw new ProblemError(problem('worker-without-database'))
  const log = pino({ level: config.logLevel, name: 'worker', base: { process: archive.process } })
  const metrics = createMetrics(archive, () => pooled.megabytes)
  const pooled: PooledReading = pooledReading({ archive, config, log, complain, onRead: metrics.read })
  const app = buildWorkerApp(config, metrics, readVersion(), log)
  try {
    if (config.metricsPort !== null) await listen(app, config.host, config.metricsPort)
    await pooled.reading.start()
    log.info('takes documents')
    const signal = await askedToStop()
    log.info({ signal }, 'stopping')
    endAtLatest(STOP_LIMIT)
    return 0
  } finally {
    await pooled.close()
    await app.close()
  }
}

/**
 * Reads documents of a shared archive until it is asked to stop (SIGTERM, SIGINT); any number of workers share the work.
 * @param environment the variables that configure it, the same as the server's
 * @returns the exit code: 0 after an orderly stop, 1 when it could not start
 */
export const work = (
  environment: Readonly<Record<string, string | undefined>>,
  complain: (text: string) => void,
): Promise<number> => withArchive(environment, 'worker', complain, (config, archive) => run(config, archive, complain))
