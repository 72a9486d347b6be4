import type { Span } from '../../../contract/index.ts'
import { typedWords } from '../typed-words.ts'

/** More places would have to be told apart by longer words. */
const MOST = 8

/**
 * Where words stand in a text, with any white space between them, the nearest to an offset first.
 * @param near an offset of the text
 */
export const occurrences = (text: string, words: string, near: number): readonly Span[] => {
  const typed = typedWords(words)
  if (typed === '') return []
  const pattern = typed
    .split(/\s+/)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  // A number is not found within a longer one.
  const digits = (side: string) => (/^\d|\d$/.test(typed) ? side : '')
  const found = [
    ...text.matchAll(new RegExp(`${digits('(?<![\\d.,])')}${pattern}${digits('(?![\\d]|[.,]\\d)')}`, 'giu')),
  ]
  return found
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))
    .slice(0, MOST)
}
