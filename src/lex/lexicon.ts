import { isWeakened } from '../repair/damage.ts'
import { fold } from '../repair/fold.ts'
import type { LexiconEntry } from '../rules/lexicon.ts'
import { type TagBits, type TagTable, union } from '../rules/tags.ts'
import { tokenise } from './tokenise.ts'

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
  readonly next: Map<string, Node>
  candidates: Candidate[]
}

export interface LexiconHit {
  readonly entry: LexiconEntry
  readonly tags: TagBits
  /** How many tokens it takes. */
  readonly length: number
}

const newNode = (): Node => ({ next: new Map(), candidates: [] })

/** The words of the domain in a trie over folded words: the longest match wins. */
export class Lexicon {
  readonly #root = newNode()

  constructor(entries: readonly LexiconEntry[], tags: TagTable) {
    for (const entry of entries) {
      const bits = tags.bits([entry.tag, ...entry.also])
      for (const word of entry.words) this.#add(word, entry, bits)
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
        next = newNode()
        node.next.set(key, next)
      }
      node = next
    }
    const compared = strictness === 'case' ? words : words.map(w => w.toLowerCase())
    node.candidates.push({ entry, tags, strictness, whole: forced === '=', words: compared })
  }

  /**
   * The longest entry that starts with token `at`. Several entries for the same words become one hit with the tags of all.
   * @param keys folded words; `raw` the same words as written (NFC)
   * @param damaged the text has lost marks: a word may be what is left of another as well (`nam` of `năm`)
   */
  longest(keys: readonly string[], raw: readonly string[], at: number, damaged = false): LexiconHit | null {
    let node: Node | undefined = this.#root.next.get(keys[at] ?? '')
    let best: LexiconHit | null = null
    for (let length = 1; node; length++) {
      let fitting = node.candidates.filter(c => agrees(c, raw, at) || (damaged && isLeftOf(c, raw, at)))
      if (damaged && fitting.length === 0) fitting = node.candidates.filter(c => isChangedFrom(c, raw, at))
      const hit = together(fitting, length)
      if (hit) best = hit
      node = node.next.get(keys[at + length] ?? '')
    }
    return best
  }
}

/** Entries that share their words act as one: the tags of all, the attributes of the first that has them. */
const together = (fitting: readonly Candidate[], length: number): LexiconHit | null => {
  const first = fitting[0]
  if (!first) return null
  if (fitting.length === 1) return { entry: first.entry, tags: first.tags, length }
  const entry: LexiconEntry = Object.assign({}, ...fitting.map(c => c.entry).reverse())
  return { entry, tags: fitting.map(c => c.tags).reduce(union), length }
}

/** Number words are read as written: `bôn` may be anything, and `Nam` is no `năm`. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['NumberWord', 'NumberTail', 'TensWord', 'HundredWord'])

/** What is written, and no other word of the lexicon, may be the candidate's word with another mark: `nâm`, `xà` of `năm`, `xã`. */
const isChangedFrom = (c: Candidate, raw: readonly string[], at: number): boolean =>
  c.strictness === 'marks' &&
  c.words.length === 1 &&
  !c.whole &&
  !AS_WRITTEN.has(c.entry.tag) &&
  /^\p{Ll}/u.test(raw[at] ?? '')

/** What is written may be what is left of the candidate's words. */
const isLeftOf = (c: Candidate, raw: readonly string[], at: number): boolean => {
  if (c.strictness === 'folded' || c.whole || AS_WRITTEN.has(c.entry.tag)) return false
  return c.words.every((word, i) => {
    const written = raw[at + i] ?? ''
    if (c.strictness === 'case') return written === word || isWeakened(written, word)
    // in mid-sentence a capital makes a name of the word
    const small = at + i === 0 ? written.toLowerCase() : written
    return small === word || isWeakened(small, word)
  })
}

const agrees = (c: Candidate, raw: readonly string[], at: number): boolean => {
  if (c.strictness === 'folded') return true
  return c.words.every((w, i) => {
    const written = raw[at + i] ?? ''
    return c.strictness === 'case' ? written === w : written.toLowerCase() === w
  })
}
