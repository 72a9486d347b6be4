import type { MappedText } from '../../repair/mapped-text.ts'

/**
 * Puts texts of several cells one behind the other. A plain string between them stands for no place of its own: it maps to
 * the end of what comes before it.
 */
export const joinTexts = (parts: readonly (MappedText | string)[]): MappedText => {
  const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part : part.text).length, 0)
  const starts = new Int32Array(length)
  const ends = new Int32Array(length)
  let at = 0
  let last = 0
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') {
      starts.fill(last, at, at + part.length)
      ends.fill(last, at, at + part.length)
      at += part.length
      text += part
      continue
    }
    starts.set(part.starts, at)
    ends.set(part.ends, at)
    at += part.text.length
    text += part.text
    last = part.ends.at(-1) ?? last
  }
  return { text, starts, ends }
}

/** A stretch of a text with its places; `from` and `to` count its characters. */
export const sliceText = ({ text, starts, ends }: MappedText, from: number, to: number): MappedText => ({
  text: text.slice(from, to),
  starts: starts.slice(from, to),
  ends: ends.slice(from, to),
})
