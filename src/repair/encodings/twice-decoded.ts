import type { Span } from '../../contract/index.ts'
import type { TextEdit } from '../edits.ts'
import { frequencyOf, isInUse } from '../syllables/frequency.ts'
import { restoreWords } from '../syllables/restore.ts'
import { type Conversion, conversions } from './mojibake-rules.ts'

const MARKED = /[A-Za-z]*[^\p{ASCII}\P{L}][\p{L}\p{M}]*/gu

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
    }
  })
  return prepared
}

const replaced = (word: string, { was }: Undoing, only?: ReadonlySet<string>): string =>
  Array.from(word, letter => (only && !only.has(letter) ? letter : (was.get(letter) ?? letter))).join('')

const remembered = new Map<string, readonly string[]>()

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
    remembered.clear()
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
    if (isInUse(word)) {
      if (Array.from(word).some(letter => undoing.gone.has(letter))) intact++
      continue
    }
    const repaired = replaced(word, undoing)
    if (repaired !== word && isInUse(repaired)) hits++
  }
  return { hits, intact }
}
