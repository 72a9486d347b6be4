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
