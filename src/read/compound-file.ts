import { type Problem, problem } from '../problem.ts'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

type Found = { readonly format: 'doc' | 'xls' } | { readonly problem: Problem }

/** The streams by which the programs of Office mark their files in the container's directory ([MS-CFB] 2.6). */
const STREAMS: readonly (readonly [stream: string, found: Found])[] = [
  ['EncryptedPackage', { problem: problem('password-protected') }],
  ['WordDocument', { format: 'doc' }],
  ['Workbook', { format: 'xls' }],
  ['Book', { format: 'xls' }],
  ['PowerPoint Document', { problem: problem('unsupported-type', { detected: 'application/vnd.ms-powerpoint' }) }],
]

export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte)

/**
 * What an OLE compound file is (.doc, .xls, .ppt, or a .docx with a password), by the stream that its directory names first: a
 * document comes before the objects embedded in it.
 */
export function sniffCompoundFile(bytes: Uint8Array): Found {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = directoryOffset(file)
  if (directory === null) return { problem: problem('damaged-file', { detail: 'its directory is missing' }) }
  const first = STREAMS.map(([stream, found]) => ({ at: file.indexOf(directoryName(stream), directory), found }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  return first?.found ?? { problem: problem('unsupported-type', { detected: 'application/x-cfb' }) }
}

/** Names stand in UTF-16 and end with a NUL. */
const directoryName = (name: string): Buffer => Buffer.from(`${name}\0`, 'utf16le')

function directoryOffset(file: Buffer): number | null {
  if (file.length < 0x34) return null
  const sectorSize = 2 ** Math.min(file.readUInt16LE(0x1e), 16)
  const offset = (file.readUInt32LE(0x30) + 1) * sectorSize
  return offset < file.length ? offset : null
}
