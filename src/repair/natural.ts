import { createRequire } from 'node:module'

/**
 * String distances of the `natural` library. Its root module loads dotenv and half a dozen database drivers, so that only
 * the distance modules are taken.
 */
interface Distances {
  JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number
  DamerauLevenshteinDistance(a: string, b: string, options?: { restricted?: boolean }): number
}

const distances: Distances = createRequire(import.meta.url)('natural/lib/natural/distance/index.js')

/** Jaro-Winkler similarity of two strings: 1 for equal ones, 0 for strings that share nothing. */
export const similarity = (a: string, b: string): number => distances.JaroWinklerDistance(a, b)

/** Least number of letters to insert, delete, replace or swap with their neighbour to turn `a` into `b`. */
export const editDistance = (a: string, b: string): number => distances.DamerauLevenshteinDistance(a, b)

/** Same words but for what a scan does to letters: at most one edit in five letters, and alike at the beginning. */
export const looksLike = (a: string, b: string): boolean =>
  a === b ||
  (Math.abs(a.length - b.length) <= 2 && similarity(a, b) >= 0.9 && editDistance(a, b) <= Math.ceil(b.length / 5))

interface Trie {
  addString(word: string): boolean
  contains(word: string): boolean
}

const NaturalTrie: new (caseSensitive?: boolean) => Trie = createRequire(import.meta.url)(
  'natural/lib/natural/trie/trie.js',
)

/** A set of words as the trie of `natural` keeps it. */
export class WordTrie {
  readonly #trie = new NaturalTrie()

  add(word: string): void {
    this.#trie.addString(word)
  }

  has(word: string): boolean {
    return this.#trie.contains(word)
  }
}
