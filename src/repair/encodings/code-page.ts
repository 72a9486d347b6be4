import { windows1252 } from './windows-1252.ts'

/** How a code page shows a byte: every character that programs write for it. */
export type CodePage = (byte: number) => readonly string[]

/** windows-1252, and Latin-1 as which some programs read it. */
export const WINDOWS_1252: CodePage = byte => [windows1252(byte), String.fromCharCode(byte)]

/** What programs write for a sign besides: another that looks alike, or the letters of a ligature. */
const TWINS: Readonly<Record<string, string>> = {
  '\u00B5': '\u03BC',
  '\u2206': '\u0394',
  '\u03A9': '\u2126',
  '\u20AC': '\u00A4',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
}

/** @param name as the WHATWG Encoding Standard names it. Throws a RangeError for a name that it does not have. */
export const codePage = (name: string): CodePage => {
  const decoder = new TextDecoder(name)
  return byte => {
    const char = decoder.decode(Uint8Array.of(byte))
    return [char, TWINS[char]].filter(sign => sign !== undefined)
  }
}
