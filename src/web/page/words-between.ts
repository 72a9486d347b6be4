import type { WordsBetween } from './marked.ts'

/** Letters on each side that tell words from others. */
const AROUND = 14

const withoutBlanks = (words: string): string => words.replace(/\s+/g, '')

/**
 * The words in a stretch of a page, with the letters that the page has around it.
 * @param layer the words of the page
 * @param range within them
 */
export const wordsBetween = (layer: Element, range: Range): WordsBetween => {
  const before = new Range()
  before.setStart(layer, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const after = new Range()
  after.setStart(range.endContainer, range.endOffset)
  after.setEnd(layer, layer.childNodes.length)
  return {
    before: withoutBlanks(before.toString()).slice(-AROUND),
    words: range.toString().replace(/\s+/g, ' ').trim(),
    after: withoutBlanks(after.toString()).slice(0, AROUND),
  }
}
