import type { Archive } from '../archive/archive.ts'
import type { Backfill, Sources } from '../backfill/backfill.ts'
import { createBackfill, findBackfill, listBackfills, unfinishedBackfills } from '../backfill/ledger.ts'
import { retryFailed } from '../backfill/retry-failed.ts'
import { sourceLimits } from '../backfill/sources/source-limits.ts'
import type { Config } from '../config.ts'
import { ProblemError, problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { withArchive, withExistingArchive } from '../with-archive.ts'
import type { Extract } from '../work/reading.ts'
import { checkWritable, writeCsv } from './backfill/csv-file.ts'
import { dryRun } from './backfill/dry-run.ts'
import { report } from './backfill/report.ts'
import { backfillLine } from './backfill/summary.ts'
import { takeIn } from './backfill/take-in.ts'
import { configuredLimits } from './configured-limits.ts'
import { EXIT, type Streams } from './streams.ts'

export interface BackfillOptions {
  /** Lists what would be taken, and writes nothing. */
  readonly dryRun: boolean
  /** Where the files are written as CSV in the end. */
  readonly csv: string | null
  /** Reads one document; the pipeline where it is not given. */
  readonly reader?: Extract | undefined
  /** See `takeIn`. */
  readonly patience?: number | undefined
}

/**
 * `trichluc backfill PATH…`: takes files, folders, patterns and zips into the archive and reads them. Ended at any point, `resume`
 * goes on; done again, it takes only what is new.
 * @returns the exit code: 0, 1 when something failed or it was stopped, 2 when a limit in the environment is not valid
 */
export async function backfillCommand(
  names: readonly string[],
  options: BackfillOptions,
  streams: Streams,
): Promise<number> {
  if (options.dryRun) {
    const limits = configuredLimits(streams)
    return limits === undefined ? EXIT.usage : await dryRun(names, sourceLimits(limits.maxBytes), streams)
  }
  return await withArchive(streams.environment, 'command', streams.complain, async (config, archive) => {
    const carryOut = await beginWork(archive, config, options, streams)
    const sources: Sources = { kind: 'paths', names: [...names], cwd: process.cwd() }
    return await carryOut(await createBackfill(archive.db, sources, new Date().toISOString()))
  })
}

/** `trichluc backfill resume [ID]`: goes on with one, or with all that are not done and that no other process stores. */
export async function resumeCommand(
  id: string | null,
  options: Omit<BackfillOptions, 'dryRun'>,
  streams: Streams,
): Promise<number> {
  return await withExistingArchive(streams.environment, streams.complain, async (config, archive) => {
    const carryOut = await beginWork(archive, config, options, streams)
    const chosen = id === null ? await unfinishedBackfills(archive.db) : [await named(archive, id)]
    if (chosen.length === 0) streams.complain('Không có đợt nạp nào dở dang.\nNo backfill is unfinished.\n')
    let code: number = EXIT.done
    for (const backfill of chosen) {
      const ended = await carryOut(backfill).catch(error => {
        if (id !== null || !isHeld(error)) throw error
        streams.complain(problemText('trichluc', error.problem))
        return EXIT.failed
      })
      code = Math.max(code, ended)
    }
    return code
  })
}

/** `trichluc backfill retry-failed [ID]`: tries again what failed, in the last one where none is named. */
export async function retryFailedCommand(
  id: string | null,
  options: Omit<BackfillOptions, 'dryRun'>,
  streams: Streams,
): Promise<number> {
  return await withExistingArchive(streams.environment, streams.complain, async (config, archive) => {
    const carryOut = await beginWork(archive, config, options, streams)
    const backfill = await named(archive, id)
    const again = await retryFailed(archive.db, backfill, { files: true })
    streams.complain(`Thử lại ${again} tệp.\nTries ${again} files again.\n`)
    return await carryOut(await named(archive, backfill.id))
  })
}

/** `trichluc backfill status [ID]`: all of them, one a line; or one, with its failures. */
export async function statusCommand(id: string | null, csv: string | null, streams: Streams): Promise<number> {
  return await withExistingArchive(streams.environment, streams.complain, async (_config, archive) => {
    if (id !== null) {
      const backfill = await named(archive, id)
      if (csv !== null) await writeCsv(csv, archive, [backfill.id])
      return await report(backfill, archive, streams)
    }
    const { backfills } = await listBackfills(archive.db, null, 1000)
    for (const backfill of backfills) streams.print(backfillLine(backfill))
    if (backfills.length === 0) streams.complain('Chưa có đợt nạp nào.\nThere is no backfill yet.\n')
    return EXIT.done
  })
}

/** A backfill by its id, or the last one. @throws ProblemError `no-backfill` */
const named = async ({ db }: Archive, id: string | null): Promise<Backfill> => {
  const found = id === null ? ((await listBackfills(db, null, 1)).backfills[0] ?? null) : await findBackfill(db, id)
  if (found === null) throw new ProblemError(problem('no-backfill', { id: id ?? '–' }))
  return found
}

const isHeld = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === 'backfill-held'

/**
 * Makes sure that the table can be written in the end.
 * @returns what carries one backfill after the other out, gives its exit code, and writes all of them so far to one table
 */
const beginWork = async (
  archive: Archive,
  config: Config,
  { csv, reader, patience }: Omit<BackfillOptions, 'dryRun'>,
  streams: Streams,
): Promise<(backfill: Backfill) => Promise<number>> => {
  await checkWritable(csv)
  const ended: string[] = []
  return async backfill => {
    const done = await takeIn(backfill, { archive, config, streams, reader, patience })
    const code = await report(await named(archive, backfill.id), archive, streams)
    ended.push(backfill.id)
    if (csv !== null) await writeCsv(csv, archive, ended)
    if (done) return code
    const resume = `trichluc backfill resume ${backfill.id}`
    streams.complain(`Đã dừng; chạy tiếp: ${resume}\nStopped; go on with: ${resume}\n`)
    return EXIT.failed
  }
}
