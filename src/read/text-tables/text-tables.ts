import type { SourceLine, SourceTable } from '../source-document.ts'
import { dividedTables } from './divided-tables.ts'
import { spacedTables } from './spaced-tables.ts'

/**
 * The tables of a plain text, in reading order: rows whose cells are set apart by tabs or by drawn column rules, and rows
 * whose cells stand under one another with blanks between. Runs in linear time.
 */
export const textTables = (text: string, lines: readonly SourceLine[]): SourceTable[] => {
  const divided = dividedTables(text, lines)
  const taken = new Set(divided.flatMap(({ lines: own }) => own))
  const spaced = spacedTables(
    text,
    lines.filter(line => !taken.has(line)),
  )
  return [...divided.map(({ table }) => table), ...spaced].sort((a, b) => a.start - b.start)
}
