import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** Bytes that can be read at any place: those of a zip. */
export interface ByteSource {
  readonly size: number
  /** Fewer bytes than asked for only at the end. */
  read(start: number, length: number): Promise<Buffer>
  stream(start: number, length: number): Readable
}

const CHUNK = 64 * 1024

/**
 * A file, to be closed by the caller. What is read of it goes through two windows, so that a directory and the entries that it
 * names, both read in small steps, cost one call of the system for many of them.
 */
export function fileSource(handle: FileHandle, size: number): ByteSource {
  const fill = async (start: number, length: number): Promise<Buffer> => {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - start)))
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, start + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  }

  let windows: readonly { readonly start: number; readonly data: Buffer }[] = []

  const chunks = async function* (start: number, length: number): AsyncGenerator<Buffer> {
    for (let at = start; at < start + length; at += CHUNK) {
      const chunk = await fill(at, Math.min(CHUNK, start + length - at))
      if (chunk.length === 0) return
      yield chunk
    }
  }

  return {
    size,
    async read(start, length) {
      if (length > CHUNK / 2) return await fill(start, length)
      let window = windows.find(({ start: at, data }) => start >= at && start + length <= at + data.length)
      if (window === undefined) {
        window = { start, data: await fill(start, CHUNK) }
        windows = [window, ...windows.slice(0, 1)]
      }
      return window.data.subarray(start - window.start, start - window.start + length)
    },
    // A stream of Node's own closes the file when it is destroyed, told otherwise or not.
    stream: (start, length) => Readable.from(chunks(start, length), { objectMode: false }),
  }
}

export const bufferSource = (buffer: Buffer): ByteSource => ({
  size: buffer.length,
  read: async (start, length) => buffer.subarray(start, start + length),
  stream: (start, length) => Readable.from(length === 0 ? [] : [buffer.subarray(start, start + length)]),
})
