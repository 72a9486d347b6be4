import { Readable } from 'node:stream'
import type { Archive } from '../archive/archive.ts'
import { ProblemError } from '../problem.ts'
import { isPassing } from '../work/passing.ts'
import type { Sources, Upload } from './backfill.ts'
import { fileSource } from './sources/byte-source.ts'
import { type Found, type Hindered, refused } from './sources/found.ts'
import { listContent } from './sources/list-content.ts'
import { listSources } from './sources/list-sources.ts'
import type { SourceLimits } from './sources/source-limits.ts'
import { type Spooled, spoolWithRoom } from './sources/spool.ts'

/** Lists what a backfill takes in, the same way each time. */
export async function* openSources(sources: Sources, archive: Archive, limits: SourceLimits): AsyncGenerator<Found> {
  if (sources.kind === 'paths') yield* listSources(sources.names, limits, sources.cwd)
  else for (const file of sources.files) yield* listUpload(file, archive, limits)
}

async function* listUpload(
  { name, sha256, bytes }: Upload,
  archive: Archive,
  limits: SourceLimits,
): AsyncGenerator<Found> {
  let opened: Spooled
  try {
    opened = yield* openUpload(name, sha256, bytes, archive)
  } catch (error) {
    // What goes away by itself is waited for; a temporary folder that is too small for it does not.
    if (!(error instanceof ProblemError) || (isPassing(error) && error.problem.code !== 'temporary-full')) throw error
    yield refused(name, error.problem)
    return
  }
  try {
    yield* listContent(opened.bytes, name, limits, { lasting: false, open: async () => opened.bytes.stream(0, bytes) })
  } finally {
    await opened.close()
  }
}

async function* openUpload(
  name: string,
  sha256: string,
  size: number,
  { originals }: Archive,
): AsyncGenerator<Hindered, Spooled> {
  const file = await originals.file(sha256)
  if (file !== null) return { bytes: fileSource(file, size), close: () => file.close() }
  return yield* spoolWithRoom(name, size, async () => Readable.from(await originals.stream(sha256)))
}
