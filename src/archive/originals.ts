import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { ProblemError, problem } from '../problem.ts'
import { syncFolder } from './durable.ts'

/** Bytes that lie in a temporary file, on the disk, and have no address yet. */
export interface Incoming {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** The folder of originals, each under the hash of its content: `ab/abcdef…`. */
export interface Originals {
  /**
   * Writes a stream to a temporary file and to the disk. Keeps no more of it in memory than one chunk.
   * @throws ProblemError `too-large` beyond `maxBytes`, `empty-file`; or the stream's own error. No file is left then.
   */
  receive(stream: Readable, maxBytes: number): Promise<Incoming>
  /** Gives incoming bytes their address; they survive a power cut after this. */
  keep(incoming: Incoming): Promise<void>
  discard(incoming: Incoming): Promise<void>
  read(sha256: string): Promise<Uint8Array>
  stream(sha256: string): Readable
  /** @throws when the folder cannot be written to */
  check(): Promise<void>
}

/**
 * Opens the folder of originals, makes it if there is none, and removes what uploads that were cut off by the end of the
 * process have left.
 */
export async function openOriginals(folder: string): Promise<Originals> {
  const incomingFolder = join(folder, 'incoming')
  await rm(incomingFolder, { recursive: true, force: true })
  await mkdir(incomingFolder, { recursive: true })
  await syncFolder(folder)

  const address = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)

  const receive: Originals['receive'] = async (stream, maxBytes) => {
    const path = join(incomingFolder, randomUUID())
    const hash = createHash('sha256')
    let bytes = 0
    const file = await open(path, 'wx')
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.byteLength
        // The rest is read all the same, so that what follows in the same request arrives.
        if (bytes > maxBytes) continue
        hash.update(chunk)
        await file.writeFile(chunk)
      }
      if (bytes > maxBytes) throw new ProblemError(problem('too-large', { limit: maxBytes }))
      if (bytes === 0) throw new ProblemError(problem('empty-file'))
      await file.sync()
      await file.close()
    } catch (error) {
      await file.close()
      await rm(path, { force: true })
      throw error
    }
    return { path, sha256: hash.digest('hex'), bytes }
  }

  return {
    receive,
    async keep(incoming) {
      const to = address(incoming.sha256)
      if ((await mkdir(dirname(to), { recursive: true })) !== undefined) await syncFolder(folder)
      await rename(incoming.path, to)
      await syncFolder(dirname(to))
    },
    discard: incoming => rm(incoming.path, { force: true }),
    read: sha256 => readFile(address(sha256)),
    stream: sha256 => createReadStream(address(sha256)),
    check: () => access(incomingFolder, constants.W_OK),
  }
}
