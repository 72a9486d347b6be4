/** Of every code unit up to the Vietnamese letters: 1 for a letter, 3 for a small one. */
const KIND = Uint8Array.from(
  { length: 0x1f00 },
  (_, c) => (/\p{L}/u.test(String.fromCharCode(c)) ? 1 : 0) + (/\p{Ll}/u.test(String.fromCharCode(c)) ? 2 : 0),
)
const BRACKETS = /\([^()]*\)/g

/** At least this share of the letters of a title in capitals are capitals: scans drop some to lower case. */
const UPPER_SHARE = 0.88

/** Whether a text is written in capitals: at least four letters, hardly any small one, brackets aside. */
export const isUpperTitle = (text: string): boolean => {
  const bare = text.replace(BRACKETS, '')
  let letters = 0
  let small = 0
  for (let i = 0; i < bare.length; i++) {
    const kind = KIND[bare.charCodeAt(i)] ?? 0
    letters += kind & 1
    small += kind >> 1
  }
  if (letters < 4) return false
  return small <= letters * (1 - UPPER_SHARE)
}
