import { Readable } from 'node:stream'
import type { Archive } from '../archive/archive.ts'
import { ProblemError } from '../problem.ts'
import type { Sources, Upload } from './backfill.ts'
import { fileSource } from './sources/byte-source.ts'
import { type Found, refused } from './sources/found.ts'
import { listContent } from './sources/list-content.ts'
import { listSources } from './sources/list-sources.ts'
import type { SourceLimits } from './sources/source-limits.ts'
import { type Spooled, spool } from './sources/spool.ts'

/** Lists what a backfill takes in, the same way each time. */
export async function* openSources(sources: Sources, archive: Archive, limits: SourceLimits): AsyncGenerator<Found> {
  if (sources.kind === 'paths') yield* listSources(sources.names, limits, sources.cwd)
  else for (const file of sources.files) yield* listUpload(file, archive, limits)
}

async function* listUpload({ name, sha256, bytes }: Upload, archive: Archive, limits: SourceLimits) {
  let opened: Spooled
  try {
    opened = await openUpload(sha256, bytes, archive)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    yield refused(name, error.problem)
    return
  }
  try {
    yield* listContent(opened.bytes, name, limits, { lasting: false, open: async () => opened.bytes.stream(0, bytes) })
  } finally {
    await opened.close()
  }
}

const openUpload = async (sha256: string, size: number, { originals }: Archive): Promise<Spooled> => {
  const file = await originals.file(sha256)
  if (file !== null) return { bytes: fileSource(file, size), close: () => file.close() }
  return await spool(Readable.from(await originals.stream(sha256)), size)
}
