import { fold } from './fold.ts'
import { frequencyOf } from './syllables/frequency.ts'

const ONSETS = 'b|ch?|d|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|tr?|th|v|x'

const RIMES = [
  'a|ach?|ai|am|an[gh]?|ao|ap|at|au|ay|e|ech?|em|en[gh]?|eo|ep|et|eu|i|ia|ich|iec|iem|ieng?|iep|iet|ieu|im|inh?|ip|it|iu',
  'o|oa|oach?|oai|oam|oan[gh]?|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|ong?|op|ot|u|ua|uan[gh]?|uat|uay|uc|ue|uech|uenh|ui|um',
  'ung?|uo|uoc|uoi|uom|uong?|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|y|yem|yeng?|yet|yeu',
].join('|')

const SYLLABLE = new RegExp(`^(?:${ONSETS})?(?:${RIMES})$`, 'u')
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Whether a word may be one Vietnamese syllable: onset and rime of the language, one tone mark at most. Composed text. */
export const isSyllable = (word: string): boolean =>
  SYLLABLE.test(fold(word)) && (word.normalize('NFD').match(TONES)?.length ?? 0) <= 1

/** Shorter words are left alone: too many foreign words and abbreviations can be cut somewhere. */
const SHORTEST = 5
/** A line of glued words has at most so many syllables in a run. */
const MOST_SYLLABLES = 8
/** Eight syllables are no longer than this, UTF-16 units. */
const LONGEST = 48

const seen = new Map<string, readonly number[]>()
const MOST_REMEMBERED = 20_000

/**
 * Where the blanks are missing in a word of several syllables run together (`thànhlập`, `hợptácxã`): the offsets at which
 * its second and later syllables begin. Empty for a syllable and for what cannot be cut into syllables with marks.
 */
export const gluedAt = (word: string): readonly number[] => {
  if (word.length < SHORTEST || word.length > LONGEST || !/^\p{Lu}?\p{Ll}+$/u.test(word)) return []
  const known = seen.get(word)
  if (known) return known
  const cuts = fold(word) !== word.toLowerCase() && !isSyllable(word) ? (cutsOf(word, MOST_SYLLABLES)?.at ?? []) : []
  if (seen.size > MOST_REMEMBERED) seen.clear()
  seen.set(word, cuts)
  return cuts
}

interface Cuts {
  readonly at: readonly number[]
  /** How common the syllables are: sum of the logarithms of their counts. */
  readonly fit: number
}

/** The cut into the commonest syllables: `Chỉ tiêu`, not `Chỉt iêu`; of cuts as good, the one with the longest first syllable. */
const cutsOf = (word: string, most: number): Cuts | null => {
  let best: Cuts | null = isSyllable(word) ? { at: [], fit: fitOf(word) } : null
  if (most <= 1) return best
  for (let at = Math.min(word.length - 1, 7); at > 1; at--) {
    const first = word.slice(0, at)
    if (!isSyllable(first)) continue
    const rest = cutsOf(word.slice(at), most - 1)
    if (rest === null) continue
    const fit = fitOf(first) + rest.fit
    if (best === null || fit > best.fit) best = { at: [at, ...rest.at.map(cut => cut + at)], fit }
  }
  return best
}

/** What is hardly a word counts for less than nothing, so that fewer and commoner syllables win. */
const fitOf = (syllable: string): number => Math.log(frequencyOf(syllable) + RARE) + Math.log(RARE)
const RARE = 0.01
