/** Characters of the codes 80 to 9F (WHATWG Encoding Standard, index windows-1252; codes without one are controls). */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** The character that windows-1252 shows for a byte. Node's own decoder reads the codes 80 to 9F as Latin-1. */
export const windows1252 = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? UPPER.charAt(byte - 0x80) : String.fromCharCode(byte)

/** Bytes as windows-1252 shows them: one UTF-16 unit a byte. */
export const decodeWindows1252 = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  return pieces.join('').replace(/[\u0080-\u009F]/g, char => windows1252(char.charCodeAt(0)))
}

const CODES = new Map(Array.from(UPPER, (char, i) => [char, 0x80 + i]))

/** The byte of a character, -1 for one that windows-1252 does not have. */
export const windows1252Byte = (char: string): number => {
  const code = char.charCodeAt(0)
  return CODES.get(char) ?? (code < 0x100 ? code : -1)
}
