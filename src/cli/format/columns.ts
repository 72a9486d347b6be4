import { padEnd, padStart, width } from './width.ts'

/** Rows of cells under each other; the first row is their head. Cells that are numbers stand at the right of their column. */
export const columns = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] => {
  const number = new Intl.NumberFormat('vi-VN')
  const shown = rows.map(row => row.map(cell => (typeof cell === 'number' ? number.format(cell) : cell)))
  const widths = head.map((title, i) => Math.max(width(title), ...shown.map(row => width(row[i] ?? ''))))
  const isNumber = head.map((_, i) => rows.some(row => typeof row[i] === 'number'))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (isNumber[i] ? padStart : padEnd)(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map(n => '─'.repeat(n)).join('  '), ...shown.map(line)]
}
