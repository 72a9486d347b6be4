import { fold } from '../repair/fold.ts'
import type { Token } from './tokenise.ts'

/** A token as written, and what it is by itself. */
export interface Word {
  readonly written: string
  /** Folded, of a number or sign as written: what patterns and the lexicon compare. */
  readonly key: string
  /** In lower case with all marks kept. */
  readonly lower: string
  /** Begins with a capital, and goes on in small letters. */
  readonly capital: boolean
  readonly capitalised: boolean
  /** Holds a sign that may end a sentence; a number does, with dots in it. */
  readonly stops: boolean
}

/** A text of a megabyte has some thousand different words; what is longer than any word is not worth keeping. */
const MOST_KNOWN = 16_384
const LONGEST_KNOWN = 24

const known = new Map<string, Word>()

/** What a token is by itself; worked out once for each word that comes again. */
export const wordOf = (text: string, token: Token): Word => {
  const written = text.slice(token.start, token.end)
  const before = known.get(written)
  if (before) return before
  const word: Word = {
    written,
    key: token.kind === 'word' ? fold(written) : written,
    lower: written.toLowerCase(),
    capital: /^\p{Lu}/u.test(written),
    capitalised: /^\p{Lu}\p{Ll}/u.test(written),
    stops: /[.:;!?]/.test(written),
  }
  if (written.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(written, word)
  }
  return word
}
