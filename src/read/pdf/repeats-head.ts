import type { Column } from '../columns.ts'
import { headLines } from './head-lines.ts'
import type { SegmentedLine } from './segments.ts'

/** So much of a head must be that of the table above, for the table to go on. */
const ALIKE = 0.7

/** The texts in the head of a table without rules; none where it begins with a row. */
export const headTexts = (lines: readonly SegmentedLine[], columns: readonly Column[]): readonly string[] =>
  lines.slice(0, headLines(lines, columns)).flatMap(line => line.segments.map(segment => segment.text))

/** Whether a table may go on with a part that has this head: it repeats the head of the table, or is none. */
export function repeatsHead(head: readonly string[], next: readonly string[]): boolean {
  const texts = new Set(head)
  return next.filter(text => texts.has(text)).length >= ALIKE * next.length
}
