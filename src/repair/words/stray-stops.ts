import type { SourceLine } from '../../read/source-document.ts'
import type { TextEdit } from '../edits.ts'
import { fold } from '../fold.ts'
import type { Terms } from './terms.ts'

/** A stop between two words of which the second begins with a small letter, as no sentence does. */
const STOP = /(?<=\p{L}{2})\.(?=[ \u00A0]?\p{Ll})/gu

/** Words that nothing but a blank sets apart, up to a place and from it. */
const BEFORE = /(?:[\p{L}\p{M}]+[ \u00A0])*[\p{L}\p{M}]+$/u
const AFTER = /^[ \u00A0]?([\p{L}\p{M}]+(?:[ \u00A0][\p{L}\p{M}]+)*)/u

/** No term with its words is longer, characters. */
const LONGEST = 80

/**
 * Takes stops away that a scan put between two words of a term: `lao động thường. xuyên`.
 * @param lines those that were read from images
 */
export function repairStrayStops(text: string, lines: readonly SourceLine[], terms: Terms): TextEdit[] {
  return lines.flatMap(({ start, end }) => {
    const line = text.slice(start, end)
    return [...line.matchAll(STOP)].flatMap(({ index }) => {
      const before = wordsOf(BEFORE.exec(line.slice(Math.max(0, index - LONGEST), index))?.[0])
      const after = wordsOf(AFTER.exec(line.slice(index + 1, index + 1 + LONGEST))?.[1])
      if (!isTermAcross(before, after, terms)) return []
      const blank = /^[ \u00A0]/.test(line.slice(index + 1)) ? '' : ' '
      return [{ start: start + index, end: start + index + 1, text: blank }]
    })
  })
}

const wordsOf = (words = ''): string[] => fold(words.normalize('NFC')).split(/[ \u00A0]/)

/** Whether some of the last of the words before and the first of those after make a term. */
function isTermAcross(before: readonly string[], after: readonly string[], terms: Terms): boolean {
  for (let back = 1; back <= Math.min(before.length, terms.longest - 1); back++)
    for (let on = 1; on <= Math.min(after.length, terms.longest - back); on++) {
      const words = [...before.slice(-back), ...after.slice(0, on)]
      if (terms.missingIn(words, back).some(({ folded }) => folded === words[back])) return true
    }
  return false
}
