/** Text out of bytes, or the offset of the first byte that is no text in the encoding the file claims. */
export type Decoded = { readonly text: string } | { readonly invalidAt: number }

/** The encoding that a byte order mark names; without one the file is taken for UTF-8. */
export function unicodeEncodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/**
 * Decodes Unicode text strictly. A byte order mark stays in the text as U+FEFF, so that offsets are offsets into the decoded
 * file itself. `invalidAt` counts bytes from 0.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = unicodeEncodingOf(bytes)
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { invalidAt: encoding === 'utf-8' ? firstInvalidByte(bytes) : bytes.length - 1 }
  }
}

/** Where strict UTF-8 (RFC 3629) is first broken: the start of the sequence that does not hold. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return bytes.length
}

/** Length of the well-formed sequence at an offset, 0 where there is none (table 3-7 of the Unicode standard). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const [length, low, high] = secondByteRange(lead)
  const second = bytes[at + 1] ?? 0
  if (length === 0 || second < low || second > high) return 0
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function secondByteRange(lead: number): readonly [length: number, low: number, high: number] {
  if (lead < 0xc2 || lead > 0xf4) return [0, 0, 0]
  if (lead < 0xe0) return [2, 0x80, 0xbf]
  if (lead < 0xf0) return [3, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf]
  return [4, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf]
}
