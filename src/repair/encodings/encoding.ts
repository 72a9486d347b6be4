import type { TextEdit } from '../edits.ts'
import { type CodePage, WINDOWS_1252 } from './code-page.ts'
import type { EncodingRules } from './encoding-schema.ts'
import { windows1252, windows1252Byte } from './windows-1252.ts'

export type EncodingName = EncodingRules['encoding']

/** An encoding from before Unicode: how text in it looks where it was read as windows-1252 (or Latin-1), and what it says. */
export interface Encoding {
  readonly name: EncodingName
  readonly isFont: (font: string) => boolean
  /** Whether a font of this encoding shows small letters as capitals. */
  readonly isCapitalFont: (font: string) => boolean
  /** Letters by the characters that stand for them. */
  readonly letters: ReadonlyMap<string, string>
  /** Of the keys of `letters`, in UTF-16 units. */
  readonly longest: number
  readonly horn: ReadonlySet<string>
  /** Of a variant that another code page made, the characters that tell it; null for the encoding as windows-1252 shows it. */
  readonly telling: ReadonlySet<string> | null
  /** The letter whose code the code page shows as a blank. */
  readonly blanked: string | null
  /** A backslash keeps the sign behind it. */
  readonly escapes: boolean
}

/** Letters of Vietnamese in windows-1252 itself: where an encoding has no other use for their codes, they stand for themselves. */
const KEPT = Array.from('ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý', windows1252Byte)

const VOWELS = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'

/** @param page how the bytes were read */
export const encodingOf = (rules: EncodingRules, page: CodePage = WINDOWS_1252): Encoding => {
  const letters = new Map<string, string>()
  const set = (key: string, letter: string) => {
    if (!letters.has(key)) letters.set(key, letter)
  }
  const shown = (byte: string): readonly string[] => page(Number.parseInt(byte, 16))
  const sequences = Object.entries(rules.sequences ?? {}).map(([key, letter]) => [shownBy(page, key), letter] as const)
  for (const [key, letter] of sequences) letters.set(key, letter)
  for (const [key, letter] of Object.entries(rules.sequences ?? {}))
    for (const form of formsOf(key)) set(shownBy(page, form), letter)
  for (const [byte, letter] of Object.entries(rules.bytes ?? {})) for (const key of shown(byte)) set(key, letter)
  for (const [key, letter] of Object.entries(rules.aliases ?? {})) set(key, letter)
  if (page !== WINDOWS_1252) for (const byte of KEPT) for (const key of page(byte)) set(key, windows1252(byte))
  const bases = new Map([...VOWELS].map(vowel => [vowel, vowel]))
  for (const [key, letter] of letters) if (VOWELS.includes(letter)) bases.set(key, letter)
  for (const [byte, mark] of Object.entries(rules.marks ?? {}))
    for (const [key, letter] of bases) {
      if (VOWELS.includes(key) && letters.has(key) && letters.get(key) !== letter) continue
      for (const sign of shown(byte)) set(key + sign, (letter + mark).normalize('NFC'))
    }
  return {
    name: rules.encoding,
    isFont: testOf(rules.fonts),
    isCapitalFont: testOf(rules.capitalFonts),
    letters,
    longest: Math.max(...[...letters.keys()].map(key => key.length)),
    horn: new Set(rules.horn),
    telling: page === WINDOWS_1252 ? null : tellingOf(letters),
    blanked: letters.get('\u00A0') ?? null,
    escapes: rules.encoding === 'viqr',
  }
}

/** A sequence as windows-1252 shows it, as another code page does. */
const shownBy = (page: CodePage, sequence: string): string =>
  page === WINDOWS_1252
    ? sequence
    : Array.from(sequence, sign => {
        const byte = windows1252Byte(sign)
        return byte < 0 ? sign : (page(byte)[0] ?? sign)
      }).join('')

/** Characters of keys that windows-1252 has for none of its bytes. */
const tellingOf = (letters: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...letters.keys()].flatMap(key => [...key]).filter(sign => windows1252Byte(sign) < 0))

/** The same letter with its signs in the other case, and with `*` for `+`. */
const formsOf = (key: string): string[] => {
  const [base, ...signs] = key
  if (base === undefined || signs.length === 0) return []
  const tail = signs.join('')
  return [tail.toLowerCase(), tail.toUpperCase(), tail.replace('+', '*')].map(form => base + form)
}

const testOf = (pattern: string | null): ((font: string) => boolean) => {
  if (pattern === null) return () => false
  const regex = new RegExp(pattern)
  return font => regex.test(font)
}

/**
 * The edits that decode a stretch of a text, one a letter; what is in Unicode already stays. Digits stay, and
 * ASCII letters are only ever part of a letter that a sign behind them completes, or of a ligature.
 */
export const decode = (encoding: Encoding, text: string, from: number, to: number): TextEdit[] => {
  const { letters, longest, escapes } = encoding
  const edits: TextEdit[] = []
  for (let at = from; at < to; ) {
    if (escapes && text.charAt(at) === '\\' && at + 1 < to && /[\\'`?~.^(+*dD]/.test(text.charAt(at + 1))) {
      edits.push({ start: at, end: at + 1, text: '' })
      at += 2
      continue
    }
    let length = Math.min(longest, to - at)
    let letter: string | undefined
    for (; length > 0; length--) {
      letter = letters.get(text.slice(at, at + length))
      if (letter !== undefined) break
    }
    if (letter === undefined) {
      at++
      continue
    }
    if (letter !== text.slice(at, at + length)) edits.push({ start: at, end: at + length, text: letter })
    at += length
  }
  return edits
}
