import type { Box, Span } from '../contract/index.ts'
import { lastWhile } from '../sorted.ts'

/** The last of the stretches, which are in order, that begins at an offset or before it; the first where none does. */
export const lastAtOrBefore = (stretches: readonly Span[], offset: number): number =>
  lastWhile(stretches, ({ start }) => start <= offset)

/** Those of the words, which are in order, that a stretch of the text reaches into. */
export const wordsIn = <W extends Span>(words: readonly W[], { start, end }: Span): W[] => {
  const found: W[] = []
  for (let i = lastAtOrBefore(words, start); i < words.length; i++) {
    const word = words[i]
    if (word === undefined || word.start >= end) break
    if (word.end > start) found.push(word)
  }
  return found
}

/** The part of a box that the characters of a span take up, all of them taken to be as wide. */
export const cutBox = (whole: Span, [left, top, right, bottom]: Box, span: Span): Box => {
  const width = (right - left) / Math.max(1, whole.end - whole.start)
  const from = Math.max(0, span.start - whole.start)
  const to = Math.min(whole.end, span.end) - whole.start
  return [left + from * width, top, left + Math.max(from, to) * width, bottom]
}

/** Where the ink of some words of a stretch stands, on the page that it begins on; null where there are no words. */
export const inkOn = <W extends Span & { readonly page: number; readonly box: Box }>(
  words: readonly W[],
  span: Span,
): { readonly page: number; readonly box: Box } | null => {
  const page = words[0]?.page
  if (page === undefined) return null
  return { page, box: boxAround(words.filter(word => word.page === page).map(word => cutBox(word, word.box, span))) }
}

/** Whether a box holds the middle of another. */
export const holdsMiddle = ([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return x >= left && x <= right && y >= top && y <= bottom
}

/** The smallest box that holds others. */
export const boxAround = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map(box => box[0])),
  Math.min(...boxes.map(box => box[1])),
  Math.max(...boxes.map(box => box[2])),
  Math.max(...boxes.map(box => box[3])),
]
