import type { Box, ScannedWord, Span } from '../../../contract/index.ts'

/** Whether a box holds the middle of another. */
const holds = ([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return x >= left && x <= right && y >= top && y <= bottom
}

/**
 * The stretch of the text that the words of a scan in a box make.
 * @param words in the order of the text
 * @returns null where there are none, or where others stand between them in the text
 */
export const wordsInBox = (words: readonly ScannedWord[], page: number, box: Box): Span | null => {
  const isIn = (word: ScannedWord | undefined) => word !== undefined && word.page === page && holds(box, word.box)
  const first = words.findIndex(isIn)
  const last = words.findLastIndex(isIn)
  const all = words.slice(first, last + 1)
  if (first === -1 || !all.every(isIn)) return null
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }
}
