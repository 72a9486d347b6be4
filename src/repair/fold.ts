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

/** The same where it is one Latin-1 character, as of all Vietnamese letters; 0 elsewhere. */
const LATIN = Uint8Array.from(FOLDED, folded =>
  folded.length === 1 && folded.charCodeAt(0) <= 0xff ? folded.charCodeAt(0) : 0,
)

/** Room for a piece of text in Latin-1; longer texts are folded piece by piece. */
const ROOM = Buffer.alloc(1 << 14)

/**
 * The key under which words match whatever became of their marks: lower case, no tone or shape marks, đ as d
 * (`Phấn đấu` → `phan dau`). Of composed text the result has the same length, so that offsets stay valid.
 */
export const fold = (text: string): string => {
  if (text.length <= ROOM.length) return foldPiece(text)
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += ROOM.length) pieces.push(foldPiece(text.slice(at, at + ROOM.length)))
  return pieces.join('')
}

const foldPiece = (piece: string): string => {
  for (let i = 0; i < piece.length; i++) {
    const folded = LATIN[piece.charCodeAt(i)] ?? 0
    if (folded === 0) return foldAny(piece)
    ROOM[i] = folded
  }
  return ROOM.toString('latin1', 0, piece.length)
}

/** A piece with letters of other scripts, or marks of their own. */
const foldAny = (piece: string): string => {
  let out = ''
  for (let i = 0; i < piece.length; i++) out += FOLDED[piece.charCodeAt(i)] ?? piece.charAt(i)
  return out
}

/** Lower case with all marks kept. */
export const lower = (word: string): string => word.toLowerCase()
