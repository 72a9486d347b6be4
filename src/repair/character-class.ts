import { characterRules } from './character-rules.ts'

/** What the repair has to do about a UTF-16 code unit. */
export const PLAIN = 0
export const SPACE = 1
export const BLANK = 2
export const REPLACE = 3
export const REMOVE = 4
export const MARK = 5
export const LOOK_ALIKE = 6
/** May be a trace of Markdown or HTML: `*`, `#`, `<`, `\`. */
export const MARKUP = 7
/** A vowel that may stand in a syllable with its tone on the wrong vowel. */
export const TONED = 8

/** Class of each UTF-16 code unit. */
export const CLASS: Uint8Array = new Uint8Array(0x10000)

/** What a code unit of class `REPLACE` becomes. */
export const REPLACEMENT: ReadonlyMap<number, readonly number[]> = buildReplacements()

/** Latin letter for a Cyrillic or Greek one that looks like it. */
export const LATIN_FOR: ReadonlyMap<number, number> = new Map(
  Object.entries(characterRules.lookAlike).map(([other, latin]) => [other.charCodeAt(0), latin.charCodeAt(0)]),
)

function buildReplacements(): Map<number, readonly number[]> {
  const codes = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const table = new Map(Object.entries(characterRules.replace).map(([from, to]) => [from.charCodeAt(0), codes(to)]))
  // Full-width forms of ASCII.
  for (let code = 0xff01; code <= 0xff5e; code++) table.set(code, [code - 0xfee0])
  return table
}

function fillClasses(): void {
  for (let code = 0x300; code <= 0x36f; code++) CLASS[code] = MARK
  for (const pair of Object.entries(characterRules.tonePlacement).flat()) {
    for (const letters of [pair, pair.toUpperCase()]) {
      for (const letter of letters) if (!/[aeouy]/i.test(letter)) CLASS[letter.charCodeAt(0)] = TONED
    }
  }
  for (const code of REPLACEMENT.keys()) CLASS[code] = REPLACE
  for (const code of LATIN_FOR.keys()) CLASS[code] = LOOK_ALIKE
  for (const char of characterRules.remove) CLASS[char.charCodeAt(0)] = REMOVE
  for (const char of characterRules.blank) CLASS[char.charCodeAt(0)] = BLANK
  for (const char of '*#<\\') CLASS[char.charCodeAt(0)] = MARKUP
  CLASS[0x20] = SPACE
}
fillClasses()

const LETTER = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) if (/\p{L}/u.test(String.fromCharCode(code))) LETTER[code] = 1

export const isLetter = (code: number): boolean => LETTER[code] === 1

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

export const isLatin = (code: number): boolean =>
  LETTER[code] === 1 && (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff))
