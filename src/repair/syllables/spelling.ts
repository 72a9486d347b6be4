import { syllableRules, wordsOf } from './syllable-rules.ts'

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
const TONE_SIGNS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0303': '~',
  '\u0309': '?',
  '\u0323': '.',
}
const SAC_OR_NANG = /['.]/
const STOPPED = /(?:[cpt]|ch)$/

const RHYMES: ReadonlySet<string> = new Set(wordsOf(syllableRules.rhymes))
const FRONT: ReadonlySet<string> = new Set(wordsOf(syllableRules.front))

/** Onsets with the rhymes that may follow: `any`, `front` (those that begin with e, ê, i, y), `back` (the others). */
const ONSETS: ReadonlyMap<string, string> = new Map(
  Object.entries(syllableRules.onsets).flatMap(([kind, list]) => wordsOf(list).map(onset => [onset, kind])),
)

const follows = (kind: string | undefined, rhyme: string): boolean => {
  if (kind === undefined || !RHYMES.has(rhyme)) return false
  if (kind === 'any') return true
  return FRONT.has(rhyme.charAt(0)) === (kind === 'front')
}

const isSpelled = (shape: string): boolean => {
  if (RHYMES.has(shape)) return true
  for (let length = Math.min(3, shape.length); length > 0; length--) {
    const rhyme = shape.slice(length)
    // after gi the i of the rhyme is not written twice: gì, giếng
    if (shape.startsWith('gi') && length === 1 && RHYMES.has(rhyme)) return true
    if (follows(ONSETS.get(shape.slice(0, length)), rhyme)) return true
  }
  return false
}

const remembered = new Map<string, string | null>()
const MOST_REMEMBERED = 50_000

/**
 * The key under which a syllable is counted: lower case, its tone behind it as its sign of VIQR (`hoà` and `hòa` give the same). Null for
 * a word that the language's spelling does not allow: onset, rhyme with its shape marks, and tone are looked at. Composed text.
 */
export const syllableKey = (word: string): string | null => {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const key = keyOf(word)
  if (remembered.size > MOST_REMEMBERED) remembered.clear()
  remembered.set(word, key)
  return key
}

const LONGEST = 7

const keyOf = (word: string): string | null => {
  if (word.length > LONGEST) return null
  const marked = word.toLowerCase().normalize('NFD')
  const tones = marked.match(TONE) ?? []
  if (tones.length > 1) return null
  const tone = TONE_SIGNS[tones[0] ?? ''] ?? ''
  const shape = marked.replace(TONE, '').normalize('NFC')
  if (STOPPED.test(shape) && shape.length > 1 && !SAC_OR_NANG.test(tone)) return null
  return isSpelled(shape) ? shape + tone : null
}
