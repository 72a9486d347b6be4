import type { Archive } from '../archive/archive.ts'
import type { Config } from '../config.ts'
import { isLostAttempt } from './pool/lost-attempt.ts'
import { readingPool } from './pool/reading-pool.ts'
import { createReading, type Read, type Reading, type ReadingLog, type ReadOutcome } from './reading.ts'

/** Milliseconds that documents being read are given when reading is to end. */
export const STOP_PATIENCE = 10_000

export interface PooledReadingOptions {
  readonly archive: Archive
  readonly config: Pick<Config, 'limits' | 'reading'>
  readonly log: ReadingLog
  /** Told what the reading processes write on their standard output and error. */
  readonly complain: (text: string) => void
  /** How many documents are read at once; as many as are configured where it is not given. */
  readonly lanes?: number
  /** Reads one document; the pool of processes where it is not given. */
  readonly reader?: Read | undefined
  readonly onRead?: (outcome: ReadOutcome) => void
}

export interface PooledReading {
  readonly reading: Reading
  /** See `ReadingPool`. */
  readonly megabytes: readonly number[]
  /** Ends reading after `STOP_PATIENCE`, and its processes. */
  close(): Promise<void>
}

/** Reading of an archive's queue in a pool of processes of its own. */
export function pooledReading(options: PooledReadingOptions): PooledReading {
  const { archive, config, log, complain, reader, lanes = config.reading.readers, onRead = () => {} } = options
  const pool = readingPool({ ...config.reading, complain })
  const reading = createReading({
    archive,
    extract: reader ?? pool.read,
    limits: config.limits,
    log,
    lanes,
    isAttemptLost: isLostAttempt,
    onRead,
  })
  return {
    reading,
    get megabytes() {
      return pool.megabytes
    },
    async close() {
      await reading.stop(STOP_PATIENCE)
      await pool.close()
    },
  }
}
