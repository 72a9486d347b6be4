import { type Problem, problem } from '../../problem.ts'
import { readStream } from './cfb-streams.ts'

/** Word 6 and 95, Word 97 and later ([MS-DOC] 2.5.2, `wIdent`). */
const WORD_95 = 0xa5dc
const WORD_97 = 0xa5ec

const FLAGS = 0x0a
const ENCRYPTED = 0x0100

/** The version of a .doc by its file information block; null where the block is none of Word's. */
export function wordVersion(block: Buffer): 95 | 97 | null {
  const ident = block.length < 0x20 ? 0 : block.readUInt16LE(0)
  return ident === WORD_97 ? 97 : ident === WORD_95 ? 95 : null
}

/**
 * Why a .doc can't be read, as far as its beginning tells: `damaged-file`, `password-protected`; null if nothing is wrong.
 */
export function wordDefect(bytes: Uint8Array): Problem | null {
  const stream = readStream(bytes, '/WordDocument')
  if ('error' in stream) return null
  if (wordVersion(stream.data) === null) return problem('damaged-file', { detail: 'no Word document in it' })
  return (stream.data.readUInt16LE(FLAGS) & ENCRYPTED) !== 0 ? problem('password-protected') : null
}
