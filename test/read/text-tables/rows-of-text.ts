import { readText } from '../../../src/read/text.ts'

/** The tables of a text, each as its rows of cells; a cell of several lines is one text. */
export const tablesOf = (...lines: readonly string[]): string[][][] => {
  const result = readText(new TextEncoder().encode(lines.join('\n')))
  if (!result.ok) throw new Error(result.problem.code)
  const { text, tables } = result.document
  return tables.map(({ cells }) => {
    const rows: string[][] = []
    for (const { row, column, start, end, more = [] } of cells) {
      const own = rows[row] ?? []
      rows[row] = own
      own[column] = [{ start, end }, ...more].map(span => text.slice(span.start, span.end)).join(' ')
    }
    return rows
  })
}
