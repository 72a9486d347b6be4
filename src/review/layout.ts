import { createHash } from 'node:crypto'
import type { Extraction, OutlineNode } from '../contract/index.ts'
import { fold } from '../repair/fold.ts'

/**
 * Names the layout of a document: documents of one office and kind that are outlined alike, with tables under the same heads, have the
 * same one. Years and other numbers in heads do not matter.
 */
export const layoutOf = ({ document, outline, tables }: Omit<Extraction, 'text'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[document.readBy, document.encoding, document.kind, document.issuer?.level ?? null],
        [...nestings(outline, '')].sort(),
        [...new Set(tables.map(headOf))].sort(),
      ]),
    )
    .digest('hex')
    .slice(0, 16)

/** Which levels stand under which: `part/roman/arabic`. */
const nestings = (nodes: readonly OutlineNode[], above: string): Set<string> =>
  new Set(
    nodes.flatMap(({ level, children }) => {
      const path = `${above}/${level}`
      return [path, ...nestings(children, path)]
    }),
  )

const headOf = ({ header }: Extraction['tables'][number]): string =>
  header
    .flat()
    .map(cell => fold(cell.text).replace(/\d+/g, '0').replace(/\s+/g, ' ').trim())
    .join('|')
