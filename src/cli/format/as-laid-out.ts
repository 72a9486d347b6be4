import type { SourceDocument, SourceLine } from '../../read/source-document.ts'

/** Lines stand beside each other where the lower of them has such a share of its height beside the other. */
const BESIDE = 0.5

/** Blocks side by side (the agency and the motto, the recipients and the signer) are of no more lines. */
const MOST_LINES = 24

const GAP = '    '

/**
 * The text of a document line by line as its pages show it: what stands side by side on a page, and was read one block after the
 * other, comes on one line. Formats without boxes keep their order.
 */
export const asLaidOut = ({ text, lines }: SourceDocument): string => {
  if (lines.every(line => line.box === null)) return text
  const rows: SourceLine[][] = []
  for (const line of lines) {
    const row = rows.slice(-MOST_LINES).find(open => standsBeside(open, line))
    if (row) row.push(line)
    else rows.push([line])
  }
  return rows
    .map(row =>
      row
        .sort((a, b) => left(a) - left(b))
        .map(({ start, end }) => text.slice(start, end))
        .join(GAP),
    )
    .join('\n')
}

const left = ({ box }: SourceLine): number => box?.[0] ?? 0

const standsBeside = (row: readonly SourceLine[], line: SourceLine): boolean =>
  row.every(other => {
    if (!other.box || !line.box || other.page !== line.page || other.role !== line.role) return false
    const height = Math.min(line.box[3], other.box[3]) - Math.max(line.box[1], other.box[1])
    const lower = Math.min(line.box[3] - line.box[1], other.box[3] - other.box[1])
    return height > BESIDE * lower && (line.box[0] >= other.box[2] || line.box[2] <= other.box[0])
  })
