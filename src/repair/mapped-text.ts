import type { Span } from '../contract/index.ts'

/**
 * A repaired text that knows where each of its characters came from. `starts[i]` and `ends[i]` are the UTF-16 offsets in
 * the text as read of the stretch that character i stands for.
 */
export interface MappedText {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** The stretch of the text as read that `mapped.text.slice(start, end)` came from; `start < end` is required. */
export const sourceSpan = (mapped: MappedText, start: number, end: number): Span => ({
  start: mapped.starts[start] ?? 0,
  end: mapped.ends[end - 1] ?? 0,
})

/** The stretch of the text as read that all of `mapped` came from. */
export const wholeSpan = (mapped: MappedText): Span => sourceSpan(mapped, 0, Math.max(1, mapped.text.length))

/**
 * Puts texts one behind the other. A plain string between them stands for no place of its own: it maps to
 * the end of what comes before it.
 */
export const joinMapped = (parts: readonly (MappedText | string)[]): MappedText => {
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
export const sliceMapped = ({ text, starts, ends }: MappedText, from: number, to: number): MappedText => ({
  text: text.slice(from, to),
  starts: starts.slice(from, to),
  ends: ends.slice(from, to),
})
