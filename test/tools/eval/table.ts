/** A Markdown table, columns padded so that it reads as plain text too; the first column is left-aligned, numbers right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((h, c) => Math.max(h.length, 3, ...rows.map(row => row[c]?.length ?? 0)))
  const pad = (cell: string, c: number) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`
  const rule = widths.map((w, c) => (c === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

/** A share between 0 and 1 in percent, one decimal. */
export const percent = (share: number): string => (100 * share).toFixed(1)
