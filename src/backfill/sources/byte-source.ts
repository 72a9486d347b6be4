import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** Bytes that can be read at any place: those of a zip. */
export interface ByteSource {
  readonly size: number
  /** Fewer bytes than asked for only at the end. */
  read(start: number, length: number): Promise<Buffer>
  stream(start: number, length: number): Readable
  /** A descriptor, for libraries that want one; or the bytes themselves. */
  readonly whole: { readonly fd: number } | { readonly buffer: Buffer }
}

/** @param handle stays open; to be closed by the caller after the last stream has ended */
export const fileSource = (handle: FileHandle, size: number): ByteSource => ({
  size,
  whole: { fd: handle.fd },
  async read(start, length) {
    const wanted = Math.max(0, Math.min(length, size - start))
    const buffer = Buffer.alloc(wanted)
    const { bytesRead } = await handle.read(buffer, 0, wanted, start)
    return buffer.subarray(0, bytesRead)
  },
  stream: (start, length) => Readable.from(chunksOf(handle, start, length), { objectMode: false }),
})

const CHUNK = 64 * 1024

/** A stream of Node's own closes the file when it is destroyed, told otherwise or not. */
async function* chunksOf(handle: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = start; at < start + length; ) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, start + length - at))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

export const bufferSource = (buffer: Buffer): ByteSource => ({
  size: buffer.length,
  whole: { buffer },
  read: async (start, length) => buffer.subarray(start, start + length),
  stream: (start, length) => Readable.from(length === 0 ? [] : [buffer.subarray(start, start + length)]),
})
