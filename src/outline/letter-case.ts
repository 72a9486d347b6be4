const LETTER = /\p{L}/gu
const LOWER = /\p{Ll}/gu
const BRACKETS = /\([^()]*\)/g

/** At least this share of the letters of a title in capitals are capitals: scans drop some to lower case. */
const UPPER_SHARE = 0.88

/** Whether a text is written in capitals: at least four letters, hardly any small one, brackets aside. */
export const isUpperTitle = (text: string): boolean => {
  const bare = text.replace(BRACKETS, '')
  const letters = bare.match(LETTER)?.length ?? 0
  if (letters < 4) return false
  const small = bare.match(LOWER)?.length ?? 0
  return small <= letters * (1 - UPPER_SHARE)
}
