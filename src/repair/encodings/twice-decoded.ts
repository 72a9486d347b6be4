import type { Span } from '../../contract/index.ts'
import type { TextEdit } from '../edits.ts'
import { frequencyOf, isInUse } from '../syllables/frequency.ts'
import { restoreWords } from '../syllables/restore.ts'
import { type Conversion, conversions } from './mojibake-rules.ts'

const MARKED = /[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]+/g

/** Words that only the conversion explains: so many in a document, and so many to one that it could not have left. */
const LEAST_HITS = 4
const LEAST_RATIO = 3

/** How much better a repaired word must fit where the damaged one is a word as well. */
const MARGIN = -1

interface Undoing {
  readonly conversion: Conversion
  /** What a letter may have been. */
  readonly was: ReadonlyMap<string, string>
  /** Letters that the conversion never leaves. */
  readonly gone: ReadonlySet<string>
  /** Letters that it makes and that it never leaves as they were: they are changed without a question. */
  readonly certain: ReadonlySet<string>
  /** What words say for the conversion: 1 that they went through it, -1 that they did not. */
  readonly says: Map<string, number>
}

let prepared: readonly Undoing[] | null = null

const undoings = (): readonly Undoing[] => {
  prepared ??= conversions().map(conversion => {
    const was = new Map(Object.entries(conversion.became).map(([good, bad]) => [bad, good]))
    const letters = Object.keys(conversion.became).filter(letter => letter.length === 1)
    return {
      conversion,
      was,
      gone: new Set(letters.filter(letter => !was.has(letter))),
      certain: new Set(letters.filter(letter => was.has(letter))),
      says: new Map(),
    }
  })
  return prepared
}

/** Typed in capitals, but for the letters that a conversion made small. */
const CAPITALS = /\p{Lu}.*\p{Lu}/su

/** Letters of capital words came out as small ones; in other words a small letter was a small one. */
const replaced = (word: string, { was }: Undoing, only?: ReadonlySet<string>): string => {
  const capitals = CAPITALS.test(word)
  return Array.from(word, letter => {
    const original = only && !only.has(letter) ? undefined : was.get(letter)
    return original === undefined || (isCapital(original) && !isCapital(letter) && !capitals) ? letter : original
  }).join('')
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase()

const readings = (word: string, undoing: Undoing): readonly string[] => {
  const all = replaced(word, undoing)
  return all === word ? [] : [all]
}

/** What one conversion did to a text. */
export interface TwiceDecoded {
  readonly conversion: Conversion
  readonly edits: readonly TextEdit[]
}

/**
 * Puts right what was decoded twice: text in Unicode that went through a conversion from TCVN3 or VNI. Line by line, in documents where
 * the damage is plain. Linear.
 */
export const undoSecondDecoding = (text: string, lines: readonly Span[]): TwiceDecoded | null => {
  for (const undoing of undoings()) {
    undoing.says.clear()
    const damaged: Span[] = []
    let hits = 0
    let intact = 0
    for (const line of lines) {
      const found = evidence(text.slice(line.start, line.end), undoing)
      if (found.hits >= found.intact) damaged.push(line)
      hits += found.hits
      intact += found.intact
    }
    if (hits < LEAST_HITS || hits < intact * LEAST_RATIO) continue
    const remembered = new Map<string, readonly string[]>()
    const readingsOf = (word: string): readonly string[] => {
      const known = remembered.get(word) ?? readings(word, undoing)
      remembered.set(word, known)
      return known
    }
    const edits = damaged.flatMap(line =>
      restoreWords(text, line, {
        readingsOf,
        margin: MARGIN,
        certain: word => {
          const surely = replaced(word, undoing, undoing.certain)
          return surely !== word && frequencyOf(surely) > 0 ? surely : null
        },
      }),
    )
    return { conversion: undoing.conversion, edits }
  }
  return null
}

/** Words that only the conversion explains, and words in use with letters that it would have changed. */
const evidence = (text: string, undoing: Undoing): { hits: number; intact: number } => {
  let hits = 0
  let intact = 0
  for (const [word] of text.matchAll(MARKED)) {
    const says = undoing.says.get(word) ?? saidBy(word, undoing)
    undoing.says.set(word, says)
    if (says > 0) hits++
    else if (says < 0) intact++
  }
  return { hits, intact }
}

const saidBy = (word: string, undoing: Undoing): number => {
  if (isInUse(word)) return Array.from(word).some(letter => undoing.gone.has(letter)) ? -1 : 0
  const repaired = replaced(word, undoing)
  return repaired !== word && isInUse(repaired) ? 1 : 0
}
