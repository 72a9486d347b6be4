import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { ProblemError, problem } from '../../problem.ts'
import { systemCauseOrMessage } from '../../system-cause.ts'
import { fileSource } from './byte-source.ts'
import { type Found, refused, skipped } from './found.ts'
import { listContent } from './list-content.ts'
import type { SourceLimits } from './source-limits.ts'

/** A link that takes a file's place is not followed, a pipe does not hold up who opens it. Windows has neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

const unreadable = (path: string, error: unknown) =>
  problem('unreadable-path', { path, ...systemCauseOrMessage(error) })

/**
 * Lists one file of a disk, see `listContent`.
 * @param location where it lies; bytes where its name is no UTF-8
 * @param path how it is shown
 */
export async function* listFile(location: string | Buffer, path: string, limits: SourceLimits): AsyncGenerator<Found> {
  let file: FileHandle
  try {
    file = await open(location, FLAGS)
  } catch (error) {
    yield refused(path, unreadable(path, error))
    return
  }
  try {
    const stats = await file.stat()
    if (!stats.isFile()) yield skipped(path, 'no-file')
    else if (stats.size === 0) yield refused(path, problem('empty-file'))
    else
      yield* listContent(fileSource(file, stats.size), path, limits, {
        lasting: true,
        open: () => openFile(location, path),
      })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    yield refused(path, unreadable(path, error))
  } finally {
    await file.close()
  }
}

const CHUNK = 64 * 1024

const openFile = async (location: string | Buffer, path: string): Promise<Readable> => {
  const file = await open(location, FLAGS).catch(error => {
    throw new ProblemError(unreadable(path, error))
  })
  return new Readable({
    async read() {
      try {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK)
        this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead))
      } catch (error) {
        // What hinders reading is a fault of the source: the archive that it is read into has none.
        this.destroy(new ProblemError(unreadable(path, error)))
      }
    },
    // Also where nobody began to read.
    destroy(error, callback) {
      file.close().then(() => callback(error), callback)
    },
  })
}
