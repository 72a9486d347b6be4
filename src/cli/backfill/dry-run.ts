import { listSources } from '../../backfill/sources/list-sources.ts'
import { SKIP_REASONS } from '../../backfill/sources/skip-reason.ts'
import type { SourceLimits } from '../../backfill/sources/source-limits.ts'
import { problemText } from '../../problem-text.ts'
import { EXIT, type Streams } from '../streams.ts'

/**
 * Prints what a backfill would take, one path a line on standard output, and what it would leave out or refuse on standard
 * error. Opens no archive and writes nothing.
 * @returns the exit code: 0, 1 when something would be refused, or a zip within a zip has no room to be opened
 */
export async function dryRun(names: readonly string[], limits: SourceLimits, streams: Streams): Promise<number> {
  const counts = { item: 0, skipped: 0, refused: 0 }
  let bytes = 0
  for await (const found of listSources(names, limits)) {
    if (found.kind === 'hindered') {
      streams.complain(problemText(found.path, found.problem))
      return EXIT.failed
    }
    counts[found.kind]++
    if (found.kind === 'item') {
      bytes += found.bytes
      streams.print(`${found.path}\n`)
    } else if (found.kind === 'skipped') {
      const { vi, en } = SKIP_REASONS[found.reason]
      streams.complain(`${found.path}: bỏ qua, ${vi} · skipped, ${en}\n`)
    } else {
      streams.complain(problemText(found.path, found.problem))
    }
  }
  streams.complain(
    `Sẽ lấy ${counts.item} tệp (${bytes} byte), bỏ qua ${counts.skipped}, không lấy được ${counts.refused}; chưa ghi gì.\n` +
      `Would take ${counts.item} files (${bytes} bytes), skip ${counts.skipped}, refuse ${counts.refused}; nothing was written.\n`,
  )
  return counts.refused > 0 ? EXIT.failed : EXIT.done
}
