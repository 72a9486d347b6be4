import type { Box, ScannedWord, Span } from '../../../contract/index.ts'
import { holdsMiddle } from '../../../read/word-boxes.ts'

/**
 * The stretch of the text that the words of a scan in a box make.
 * @param words in the order of the text
 * @returns null where there are none, or where others stand between them in the text
 */
export const wordsInBox = (words: readonly ScannedWord[], page: number, box: Box): Span | null => {
  const isIn = (word: ScannedWord | undefined) => word !== undefined && word.page === page && holdsMiddle(box, word.box)
  const first = words.findIndex(isIn)
  const last = words.findLastIndex(isIn)
  const all = words.slice(first, last + 1)
  if (first === -1 || !all.every(isIn)) return null
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }
}
