import type { Archive } from '../../archive/archive.ts'
import type { Backfill } from '../../backfill/backfill.ts'
import { listItems } from '../../backfill/items.ts'
import { failures, progressOf } from '../../backfill/progress.ts'
import { problemText } from '../../problem-text.ts'
import { EXIT, type Streams } from '../streams.ts'
import { summary } from './summary.ts'

/** So many failures a person reads; the rest stands in the CSV. */
const SHOWN = 20

/**
 * Prints the counts of a backfill, and on standard error its first failures with their causes.
 * @returns the exit code: 1 when anything failed
 */
export async function report(backfill: Backfill, archive: Archive, streams: Streams): Promise<number> {
  const progress = await progressOf(archive.db, backfill, Date.now())
  streams.print(summary(backfill, progress))
  const failed = failures(progress)
  if (failed === 0) return EXIT.done
  const { items } = await listItems(archive.db, backfill.id, { states: ['refused', 'failed'], after: -1, limit: SHOWN })
  for (const { path, problem } of items) if (problem !== null) streams.complain(problemText(path, problem))
  if (failed > items.length) {
    const command = `trichluc backfill status ${backfill.id} --csv FILE`
    streams.complain(
      `… và ${failed - items.length} lỗi nữa: ${command}\n… and ${failed - items.length} more failures: ${command}\n`,
    )
  }
  return EXIT.failed
}
