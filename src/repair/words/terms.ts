import { fold } from '../fold.ts'
import { WordTrie } from '../natural.ts'

const HOLE = '_'

/** A word that a term has where a text has another, and the term. */
export interface Missing {
  /** With its marks, as the term has it. */
  readonly word: string
  readonly folded: string
}

const WORD = /^[\p{L}\p{M}]+$/u

/**
 * The terms of the lexicon, found by all of their words but one. Terms of several words alone: a single word has no neighbours that
 * would tell what it was.
 */
export class Terms {
  /** All words of all terms, without marks. */
  readonly #known = new WordTrie()
  readonly #frames = new Map<string, Missing[]>()
  /** Abbreviations in capitals. */
  readonly abbreviations: ReadonlySet<string>
  readonly longest: number

  /** @param terms as the lexicon writes them, `~` and `=` before them or not */
  constructor(terms: readonly string[]) {
    const abbreviations = new Set<string>()
    let longest = 0
    for (const written of terms) {
      const words = written.replace(/^[~=]/, '').normalize('NFC').split(' ')
      if (!words.every(word => WORD.test(word))) continue
      for (const word of words) this.#known.add(fold(word))
      const [only] = words
      if (words.length === 1 && only !== undefined && /^[A-ZĐ]{3,}$/.test(only)) abbreviations.add(only)
      if (words.length > 1) this.#addFrames(words)
      longest = Math.max(longest, words.length)
    }
    this.abbreviations = abbreviations
    this.longest = longest
  }

  #addFrames(words: readonly string[]): void {
    const folded = words.map(fold)
    words.forEach((word, hole) => {
      const key = frameOf(folded, hole)
      const known = this.#frames.get(key) ?? []
      const missing = { word: word.toLowerCase(), folded: folded[hole] ?? '' }
      if (!known.some(m => m.word === missing.word)) known.push(missing)
      this.#frames.set(key, known)
    })
  }

  /** Whether a word without marks is one of some term. */
  isKnown(folded: string): boolean {
    return this.#known.has(folded)
  }

  /** The words that terms have in a hole between words without marks; none where no term has those words. */
  missingIn(folded: readonly string[], hole: number): readonly Missing[] {
    return this.#frames.get(frameOf(folded, hole)) ?? []
  }
}

const frameOf = (words: readonly string[], hole: number): string =>
  words.map((word, i) => (i === hole ? HOLE : word)).join(' ')
