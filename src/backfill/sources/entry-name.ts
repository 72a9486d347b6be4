import { crc32 } from 'node:zlib'
import type { ExtraField } from 'yauzl'
import { readableName } from './readable-name.ts'

const UNICODE_PATH = 0x7075
const UNICODE_PATH_HEAD = 5

/**
 * The name of a zip's entry as people read it. An Info-ZIP Unicode Path field (PKWARE APPNOTE 4.6.9) goes before the name
 * proper where it belongs to it, as its checksum tells.
 * @param raw the name proper, in whatever encoding
 */
export function entryName(raw: Uint8Array, extraFields: readonly ExtraField[]): string {
  const field = extraFields.find(({ id }) => id === UNICODE_PATH)?.data
  if (field && field.length > UNICODE_PATH_HEAD && field[0] === 1 && field.readUInt32LE(1) === crc32(raw)) {
    return readableName(field.subarray(UNICODE_PATH_HEAD))
  }
  return readableName(raw)
}

/**
 * Whether the name of a zip's entry leads elsewhere on some system: absolute, with `..`, a drive letter or a backslash. Nothing
 * is ever written under it; but who packs such names means no good, or packed with a program whose names cannot be told from that.
 */
export const isUnsafeName = (name: string): boolean =>
  /^\/|\\|^[A-Za-z]:|%00/.test(name) || name.split('/').includes('..')
