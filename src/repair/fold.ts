const TABLE_SIZE = 0x1f00

const foldCharacter = (char: string): string =>
  char
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace('đ', 'd')

/** Folded form of every UTF-16 code unit up to the end of the Vietnamese letters. */
const FOLDED: readonly string[] = Array.from({ length: TABLE_SIZE }, (_, code) =>
  foldCharacter(String.fromCharCode(code)),
)

/**
 * The key under which words match whatever became of their marks: lower case, no tone or shape marks, đ as d
 * (`Phấn đấu` → `phan dau`). Of composed text the result has the same length, so that offsets stay valid.
 */
export const fold = (word: string): string => {
  let out = ''
  for (let i = 0; i < word.length; i++) out += FOLDED[word.charCodeAt(i)] ?? word.charAt(i)
  return out
}

/** Lower case with all marks kept. */
export const lower = (word: string): string => word.toLowerCase()
