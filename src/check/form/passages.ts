import { fold } from '../../repair/fold.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import { repairSpans } from '../../repair/repair-spans.ts'

/** A stretch of the text between blank lines, repaired and on one line. */
export interface Passage {
  readonly mapped: MappedText
  /** The repaired text in small letters without marks; the same length. */
  readonly folded: string
}

/** Where a text has no blank lines, a passage ends with the line that makes it longer than this (UTF-16 units). */
const LONG = 10_000

/** The passages of a text, in order. */
export function* passagesOf(text: string): Generator<Passage> {
  let start = 0
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const blank = text.slice(at, end).trim() === ''
    at = end + 1
    if (!blank && end - start <= LONG && at < text.length) continue
    const mapped = repairSpans(text, [{ start, end }])
    if (mapped.text !== '') yield { mapped, folded: fold(mapped.text) }
    start = at
  }
}
