import { isWeakened } from '../repair/damage.ts'
import { fold } from '../repair/fold.ts'
import type { LexiconEntry } from '../rules/lexicon.ts'
import { type TagBits, type TagTable, union } from '../rules/tags.ts'
import { tokenise } from './tokenise.ts'
import type { Word } from './word.ts'

/** How strictly the letters of a word must agree with the lexicon. */
type Strictness = 'folded' | 'marks' | 'case'

interface Candidate {
  readonly entry: LexiconEntry
  readonly tags: TagBits
  readonly strictness: Strictness
  /** Asked for with `=`: never what is left of it in a damaged text. */
  readonly whole: boolean
  /** Lower-case words with their marks, or as written for `case`; compared unless `folded`. */
  readonly words: readonly string[]
}

interface Node {
  /** The folded words that lead here. */
  readonly key: string
  readonly next: Map<string, Node>
  readonly candidates: Candidate[]
  /** The hit that each set of fitting candidates makes, made when it is first met. */
  readonly hits: Map<number, LexiconHit>
}

export interface LexiconHit {
  readonly entry: LexiconEntry
  /** The folded words with a blank between. */
  readonly key: string
  readonly tags: TagBits
  /** The same where the words begin with a capital as names do. */
  readonly nameTags: TagBits
  /** How many tokens it takes. */
  readonly length: number
}

const newNode = (key: string): Node => ({ key, next: new Map(), candidates: [], hits: new Map() })

/** Fitting candidates are told apart by a bit each. */
const MOST_MEANINGS = 31

/** The one abbreviation that every office uses: words that hold it, or its words, are written both ways. */
const SHORT = /(?<![\p{L}\d])HTX(?![\p{L}\d])/gu
const LONG = /(?<!\p{L})hợp tác xã(?!\p{L})/gu

const bothWays = (word: string): string[] => [word, word.replace(SHORT, 'hợp tác xã'), word.replace(LONG, 'HTX')]

/** The words of the domain in a trie over folded words: the longest match wins. */
export class Lexicon {
  readonly #root = newNode('')
  readonly #capital: TagBits

  /** @throws Error where the same words have more meanings than can be told apart */
  constructor(entries: readonly LexiconEntry[], tags: TagTable) {
    this.#capital = tags.bits(['Capital'])
    for (const entry of entries) {
      const bits = tags.bits([entry.tag, ...entry.also])
      for (const word of new Set(entry.words.flatMap(bothWays))) this.#add(word, entry, bits)
    }
  }

  #add(written: string, entry: LexiconEntry, tags: TagBits): void {
    const forced = /^[~=]/.test(written) ? written[0] : undefined
    const text = forced ? written.slice(1) : written
    const words = tokenise(text).map(t => text.slice(t.start, t.end))
    const strictness: Strictness =
      forced === '~'
        ? 'folded'
        : forced === '='
          ? 'marks'
          : /\p{Lu}/u.test(text) && text === text.toUpperCase()
            ? 'case'
            : words.length === 1
              ? 'marks'
              : 'folded'
    let node = this.#root
    for (const word of words) {
      const key = fold(word)
      let next = node.next.get(key)
      if (!next) {
        next = newNode(node === this.#root ? key : `${node.key} ${key}`)
        node.next.set(key, next)
      }
      node = next
    }
    const compared = strictness === 'case' ? words : words.map(w => w.toLowerCase())
    node.candidates.push({ entry, tags, strictness, whole: forced === '=', words: compared })
    if (node.candidates.length > MOST_MEANINGS) throw new Error(`more than ${MOST_MEANINGS} meanings of ${written}`)
  }

  /**
   * The longest entry that starts with word `at`. Several entries for the same words become one hit with the tags of all.
   * @param damaged the text has lost marks: a word may be what is left of another as well (`nam` of `năm`)
   */
  longest(words: readonly Word[], at: number, damaged = false): LexiconHit | null {
    let node = this.#next(this.#root, words[at])
    let best: LexiconHit | null = null
    for (let length = 1; node; length++) {
      const fitting = fittingOf(node, words, at, damaged)
      if (fitting !== 0) best = this.#hit(node, fitting, length)
      node = this.#next(node, words[at + length])
    }
    return best
  }

  #next(node: Node, word: Word | undefined): Node | undefined {
    return word === undefined ? undefined : node.next.get(word.key)
  }

  /** Entries that share their words act as one: the tags of all, the attributes of the first that has them. */
  #hit(node: Node, fitting: number, length: number): LexiconHit {
    const known = node.hits.get(fitting)
    if (known) return known
    const all = node.candidates.filter((_, i) => fitting & (1 << i))
    const entry: LexiconEntry = Object.assign({}, ...all.map(c => c.entry).reverse())
    const tags = all.map(c => c.tags).reduce(union)
    const hit: LexiconHit = { entry, key: node.key, tags, nameTags: union(tags, this.#capital), length }
    node.hits.set(fitting, hit)
    return hit
  }
}

/** The candidates whose letters agree with the words from `at` on, a bit each. */
const fittingOf = ({ candidates }: Node, words: readonly Word[], at: number, damaged: boolean): number => {
  let fitting = 0
  let changed = 0
  for (let i = 0; i < candidates.length; i++) {
    const c = candidates[i]
    if (!c) continue
    if (agrees(c, words, at) || (damaged && isLeftOf(c, words, at))) fitting |= 1 << i
    else if (damaged && isChangedFrom(c, words, at)) changed |= 1 << i
  }
  return fitting === 0 ? changed : fitting
}

/** Number words are read as written: `bôn` may be anything, and `Nam` is no `năm`. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['NumberWord', 'NumberTail', 'TensWord', 'HundredWord'])

/** What is written, and no other word of the lexicon, may be the candidate's word with another mark: `nâm`, `xà` of `năm`, `xã`. */
const isChangedFrom = (c: Candidate, words: readonly Word[], at: number): boolean =>
  c.strictness === 'marks' &&
  c.words.length === 1 &&
  !c.whole &&
  !AS_WRITTEN.has(c.entry.tag) &&
  /^\p{Ll}/u.test(words[at]?.written ?? '')

/** What is written may be what is left of the candidate's words. */
const isLeftOf = (c: Candidate, words: readonly Word[], at: number): boolean => {
  if (c.strictness === 'folded' || c.whole || AS_WRITTEN.has(c.entry.tag)) return false
  return c.words.every((word, i) => {
    const { written = '', lower = '' } = words[at + i] ?? {}
    if (c.strictness === 'case') return written === word || isWeakened(written, word)
    // in mid-sentence a capital makes a name of the word
    const small = at + i === 0 ? lower : written
    return small === word || isWeakened(small, word)
  })
}

const agrees = (c: Candidate, words: readonly Word[], at: number): boolean =>
  c.strictness === 'folded' ||
  c.words.every((w, i) => w === (c.strictness === 'case' ? words[at + i]?.written : words[at + i]?.lower))
