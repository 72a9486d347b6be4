import pino from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { ReextractionScope } from '../archive/database/tables.ts'
import { askedToStop, endAtLatest } from '../asked-to-stop.ts'
import type { Config } from '../config.ts'
import { planRun } from '../reextract/plan.ts'
import { beginRun, carryOnRuns, carryOut, type RunOptions } from '../reextract/run.ts'
import { judgingTarget } from '../reextract/target.ts'
import { withExistingArchive } from '../with-archive.ts'
import { pooledReading } from '../work/pooled-reading.ts'
import type { Extract } from '../work/reading.ts'
import { planText, progressText, reextractionText } from './format/reextraction-text.ts'
import { EXIT, type Streams } from './streams.ts'

export interface ReextractOptions {
  readonly scope: ReextractionScope
  /** Only says what would be done. */
  readonly dryRun: boolean
  readonly json: boolean
}

/** How long the command may take to stop before it ends all the same. */
const STOP_LIMIT = 30_000

/**
 * Reads the documents of the archive anew that another engine or other rules have read, behind all that waits, and prints what
 * came of it. An archive in a folder is read by this command itself, a shared one by its workers.
 * @param reader reads one document; a pool of processes where it is not given
 * @returns the exit code: 0 done, 1 a document failed, or the command was stopped; called again it goes on
 */
export const reextractCommand = (options: ReextractOptions, streams: Streams, reader?: Extract): Promise<number> =>
  withExistingArchive(streams.environment, streams.complain, async (config, archive) =>
    options.dryRun ? await plan(options, archive, streams) : await run(options, config, archive, streams, reader),
  )

const plan = async (options: ReextractOptions, { db }: Archive, { print }: Streams): Promise<number> => {
  const planned = await planRun(db, judgingTarget(), options.scope)
  print(options.json ? `${JSON.stringify(planned)}\n` : planText(planned))
  return EXIT.done
}

const run = async (
  options: ReextractOptions,
  config: Config,
  archive: Archive,
  { print, complain }: Streams,
  reader?: Extract,
): Promise<number> => {
  const log = pino({ level: 'warn', name: 'reextract' }, pino.destination(2))
  const lanes = archive.shared ? 0 : config.reading.readers
  const { reading, close } = pooledReading({ archive, config, log, complain, reader, lanes })
  const stopping = new AbortController()
  void askedToStop().then(() => {
    complain(STOPPED)
    endAtLatest(STOP_LIMIT)
    stopping.abort()
  })
  const work: RunOptions = {
    db: archive.db,
    target: judgingTarget(),
    now: () => new Date().toISOString(),
    wake: reading.wake,
    signal: stopping.signal,
    onProgress: seldom(state => complain(progressText(state))),
  }
  try {
    await reading.start()
    if (archive.shared) complain(WORKERS)
    const over = await carryOut(work, await beginRun(work, options.scope))
    await carryOnRuns(work)
    print(options.json ? `${JSON.stringify(over)}\n` : reextractionText(over))
    return over.documents.failed === 0 ? EXIT.done : EXIT.failed
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    return EXIT.failed
  } finally {
    await close()
  }
}

/** Milliseconds between two lines on how far the run is. */
const BETWEEN_LINES = 2_000

const seldom = <T>(say: (value: T) => void): ((value: T) => void) => {
  let last = Number.NEGATIVE_INFINITY
  return value => {
    if (performance.now() - last < BETWEEN_LINES) return
    last = performance.now()
    say(value)
  }
}

const WORKERS =
  'Các tiến trình trichluc worker đọc; có thể ngắt lệnh này, việc đọc vẫn tiếp tục.\n' +
  'The processes trichluc worker read; this command may be stopped, reading goes on.\n'

const STOPPED = 'Đang dừng; chạy lại cùng lệnh để tiếp tục.\n' + 'Stopping; run the same command again to go on.\n'
