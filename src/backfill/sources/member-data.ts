import { PassThrough, pipeline, Readable } from 'node:stream'
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { ProblemError, problem } from '../../problem.ts'
import type { ByteSource } from './byte-source.ts'
import { DEFLATED, type ZipMember } from './zip-member.ts'

const damaged = (detail: string): ProblemError => new ProblemError(problem('damaged-file', { detail }))

/**
 * The data of a zip's entry, unpacked as it is read; never more of it than the entry claims.
 * @throws ProblemError `damaged-file`, also as the end of the stream: not inflatable, another size or another CRC-32 than claimed
 */
export async function memberData(bytes: ByteSource, member: ZipMember): Promise<Readable> {
  const start = await member.dataStart().catch(error => {
    throw damaged(error instanceof Error ? error.message : String(error))
  })
  const packed = bytes.stream(start, member.packed)
  if (member.method !== DEFLATED) return Readable.from(checked(packed, member), { objectMode: false })
  // pipeline tells errors to its last stream, which is the one that is read.
  const data = pipeline(packed, createInflateRaw(), new PassThrough(), () => {})
  return Readable.from(checked(data, member), { objectMode: false })
}

async function* checked(data: Readable, { size, checksum }: ZipMember): AsyncGenerator<Buffer> {
  let length = 0
  let sum = 0
  try {
    for await (const chunk of data as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > size) throw damaged(`more than the ${size} bytes that the zip claims`)
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw error instanceof ProblemError ? error : damaged(error instanceof Error ? error.message : String(error))
  } finally {
    data.destroy()
  }
  if (length < size) throw damaged(`${length} of ${size} bytes`)
  if (sum !== checksum) throw damaged('CRC-32')
}

/** Packed bytes that are sure to hold the first few hundred of the data. */
const PACKED_HEAD = 1024

/**
 * The first bytes of a zip's entry, some hundred at most; as many as can be had of damaged data.
 * @throws ProblemError `damaged-file` where there are none at all
 */
export async function memberHead(bytes: ByteSource, member: ZipMember): Promise<Buffer> {
  try {
    const packed = await bytes.read(await member.dataStart(), Math.min(member.packed, PACKED_HEAD))
    if (member.method !== DEFLATED) return packed
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error))
  }
}
