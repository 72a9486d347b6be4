import { CFB } from '@e965/xlsx'

/** The content of a stream, or why it can't be had. */
export type Stream = { readonly data: Buffer } | { readonly error: string }

/** Reads a stream of an OLE compound file ([MS-CFB]) by its name; the first one of that name in any storage. */
export function readStream(bytes: Uint8Array, name: string): Stream {
  try {
    const file = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' })
    const entry = CFB.find(file, name)
    if (entry === null || entry.content === undefined) return { error: `no stream ${name}` }
    return { data: Buffer.from(entry.content) }
  } catch (error) {
    return { error: error instanceof Error ? error.message.slice(0, 200) : String(error) }
  }
}
