import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ProblemError, problem } from '../../problem.ts'

export interface Measured {
  readonly sha256: string
  readonly bytes: number
}

/**
 * Reads a stream to its end and hands its chunks on, none of them beyond the limit.
 * @param write takes a chunk; the next is read when it is done
 * @throws ProblemError `too-large`, `empty-file`; or the error of the stream or of `write`
 */
export async function measured(
  stream: Readable,
  maxBytes: number,
  write: (chunk: Buffer) => Promise<void>,
): Promise<Measured> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    // The rest is read all the same, so that what follows in the same request arrives.
    if (bytes > maxBytes) continue
    hash.update(chunk)
    await write(chunk)
  }
  if (bytes > maxBytes) throw new ProblemError(problem('too-large', { limit: maxBytes }))
  if (bytes === 0) throw new ProblemError(problem('empty-file'))
  return { sha256: hash.digest('hex'), bytes }
}

/** The bytes, if they are those of the hash. @throws ProblemError `original-damaged` */
export const undamaged = <B extends Uint8Array>(bytes: B, sha256: string): B => {
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes
  throw new ProblemError(problem('original-damaged', { sha256 }))
}

/** Whether the operating system says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

export const missing = (sha256: string): ProblemError => new ProblemError(problem('original-missing', { sha256 }))
