import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ProblemError } from '../../problem.ts'
import { temporaryFull } from '../../temporary-full.ts'
import { type ByteSource, bufferSource, fileSource } from './byte-source.ts'
import { type Hindered, hindered } from './found.ts'

/** Up to this, a zip within a zip is kept in memory. */
const IN_MEMORY = 4 * 1024 * 1024

export interface Spooled {
  readonly bytes: ByteSource
  close(): Promise<void>
}

/**
 * Takes a stream to where it can be read at any place: memory, or a temporary file. The file has no name any more when this
 * returns: however the process ends, nothing is left of it.
 * @param size of the stream; more is not read
 * @throws the stream's own error, or what the system says of the temporary folder
 */
export async function spool(stream: Readable, size: number): Promise<Spooled> {
  if (size <= IN_MEMORY) {
    const chunks: Buffer[] = []
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
    return { bytes: bufferSource(Buffer.concat(chunks)), close: async () => {} }
  }
  const path = join(tmpdir(), `trichluc-zip-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await rm(path)
    await write(stream, file)
    return { bytes: fileSource(file, size), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

/**
 * As `spool`; while the folder for temporary files is full it says so, and tries again when asked on.
 * @param path of what is opened, as items are named
 * @throws what `open` throws, and `spool`; ProblemError `temporary-full` where the folder would be too small if it were empty
 */
export async function* spoolWithRoom(
  path: string,
  size: number,
  open: () => Promise<Readable>,
): AsyncGenerator<Hindered, Spooled> {
  for (;;) {
    try {
      return await spool(await open(), size)
    } catch (error) {
      const full = temporaryFull(error)
      if (full === null) throw error
      const { blocks, bsize } = await statfs(tmpdir())
      if (size > blocks * bsize) throw new ProblemError(full)
      yield hindered(path, full)
    }
  }
}

const write = async (stream: Readable, file: FileHandle): Promise<void> => {
  for await (const chunk of stream as AsyncIterable<Buffer>) await file.writeFile(chunk)
}
