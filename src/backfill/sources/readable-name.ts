import { readingOf } from '../../repair/encodings/detect.ts'
import { encodings } from '../../repair/encodings/encodings.ts'
import { judge } from '../../repair/encodings/judge.ts'
import { decodeWindows1252 } from '../../repair/encodings/windows-1252.ts'
import { cp437Bytes } from './cp437.ts'

/** A reading must beat the bytes as they stand by this much, in words (see `judge`). */
const BETTER = 0.5

/** What would move a terminal's cursor, split a line, or turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/**
 * The name of a file as people read it, from its bytes: UTF-8 where they are that, else the old Vietnamese encoding (TCVN3,
 * windows-1258, VNI, VISCII, VPS) whose reading gives words of Vietnamese; where none does, each byte beyond ASCII as `%C8`.
 * Names that some program read as code page 437 and wrote down so are taken back to their bytes first. Control characters
 * are written as `%0A`, too; the result is in composed form (NFC).
 */
export function readableName(bytes: Uint8Array): string {
  const utf8 = strictUtf8(bytes)
  if (utf8 === null) return printable(inOldEncoding(bytes) ?? visibleBytes(bytes))
  const before = cp437Bytes(utf8)
  if (before === null) return printable(utf8)
  return printable(strictUtf8(before) ?? inOldEncoding(before) ?? utf8)
}

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const inOldEncoding = (bytes: Uint8Array): string | null => {
  const shown = decodeWindows1252(bytes)
  const span = { start: 0, end: shown.length }
  let best: string | null = null
  let least = Math.max(0, judge(shown).score) + BETTER
  for (const encoding of encodings()) {
    if (encoding.name === 'viqr') continue
    const reading = readingOf(shown, span, encoding).normalize('NFC')
    const { score } = judge(reading)
    if (score < least) continue
    best = reading
    least = score + Number.EPSILON
  }
  return best ?? (judge(shown).good > 0 ? shown : null)
}

const escaped = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`

const visibleBytes = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => (byte < 0x80 ? String.fromCharCode(byte) : escaped(byte))).join('')

const printable = (name: string): string =>
  name.normalize('NFC').replace(UNPRINTABLE, char => Array.from(Buffer.from(char, 'utf8'), escaped).join(''))
