import { fold } from './fold.ts'

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
const MOST_SYLLABLES = 4

const seen = new Map<string, readonly number[]>()
const MOST_REMEMBERED = 20_000

/**
 * Where the blanks are missing in a word of several syllables run together (`thànhlập`, `hợptácxã`): the offsets at which
 * its second and later syllables begin. Empty for a syllable and for what cannot be cut into syllables with marks.
 */
export const gluedAt = (word: string): readonly number[] => {
  if (word.length < SHORTEST || !/^\p{Lu}?\p{Ll}+$/u.test(word)) return []
  const known = seen.get(word)
  if (known) return known
  const cuts = fold(word) !== word.toLowerCase() && !isSyllable(word) ? (cutsOf(word, MOST_SYLLABLES) ?? []) : []
  if (seen.size > MOST_REMEMBERED) seen.clear()
  seen.set(word, cuts)
  return cuts
}

/** The longest first syllable that leaves syllables. */
const cutsOf = (word: string, most: number): readonly number[] | null => {
  if (isSyllable(word)) return []
  if (most <= 1) return null
  for (let at = Math.min(word.length - 1, 7); at > 1; at--) {
    if (!isSyllable(word.slice(0, at))) continue
    const rest = cutsOf(word.slice(at), most - 1)
    if (rest) return [at, ...rest.map(cut => cut + at)]
  }
  return null
}
