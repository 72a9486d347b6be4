import { expect } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/extract.ts'
import { largest } from '../../../src/read/extremes.ts'
import { readPdf } from '../../../src/read/pdf/pdf.ts'
import type { SourceDocument, SourceTable } from '../../../src/read/source-document.ts'

/** Reads a PDF, and checks what holds of the tables of every PDF. */
export async function readTables(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await readPdf(bytes, DEFAULT_LIMITS)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  const { document } = result
  for (const table of document.tables) checkTable(document, table)
  return document
}

function checkTable({ text, lines, pages }: SourceDocument, { start, end, page, cells }: SourceTable): void {
  const rows = lines.filter(line => line.start >= start && line.end <= end)
  const size = pages?.find(({ number }) => number === page)
  const width = largest(cells.map(cell => cell.column + cell.columnSpan))
  expect([rows[0]?.start, rows.at(-1)?.end]).toEqual([start, end])
  for (const line of rows) {
    expect(line).toMatchObject({ role: 'body', wrapped: false, page })
    expect(text.slice(line.start, line.end).split('\t')).toHaveLength(width)
  }
  for (const cell of cells) {
    const line = rows[cell.row]
    const before = text.slice(line?.start, cell.start)
    expect(before.split('\t')).toHaveLength(cell.column + 1)
    expect(text.slice(cell.start, cell.end)).toBe(text.slice(line?.start, line?.end).split('\t')[cell.column])
    const [left, top, right, bottom] = cell.box ?? [-1, -1, -1, -1]
    expect(left).toBeLessThanOrEqual(right)
    expect(top).toBeLessThanOrEqual(bottom)
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual((size?.width ?? 0) + 0.1)
    expect(bottom).toBeLessThanOrEqual((size?.height ?? 0) + 0.1)
  }
}

/** The texts of a table by row and column; empty where a cell reaches over. */
export function textsOf({ text }: SourceDocument, table: SourceTable | undefined): string[][] {
  if (table === undefined) return []
  return text
    .slice(table.start, table.end)
    .split('\n')
    .map(line => line.split('\t'))
}

/** The cells that reach over others, as `text rows x columns`. */
export const spansOf = ({ text }: SourceDocument, table: SourceTable | undefined): string[] =>
  (table?.cells ?? [])
    .filter(cell => cell.rowSpan > 1 || cell.columnSpan > 1)
    .map(cell => `${text.slice(cell.start, cell.end)} ${cell.rowSpan}x${cell.columnSpan}`)
