import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { type Problem, problem } from '../problem.ts'
import { systemCauseOrMessage } from '../system-cause.ts'

export type Input =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Problem }

const collect = async (stream: AsyncIterable<Buffer | string>, maxBytes: number): Promise<Input> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk)
    bytes += buffer.byteLength
    if (bytes > maxBytes) return { ok: false, problem: problem('too-large', { limit: maxBytes }) }
    chunks.push(buffer)
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}

/** Reads a file, or standard input for `-`, but no more of it than the limit. */
export async function readInput(path: string, stdin: Readable, maxBytes: number): Promise<Input> {
  if (path === '-') return await collect(stdin, maxBytes)
  try {
    const file = await open(path, 'r')
    try {
      return await collect(file.createReadStream({ autoClose: false }), maxBytes)
    } finally {
      await file.close()
    }
  } catch (error) {
    return { ok: false, problem: problem('unreadable-path', { path, ...systemCauseOrMessage(error) }) }
  }
}
