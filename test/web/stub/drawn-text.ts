import fc from 'fast-check'
import type { Observation, Span } from '../../../src/contract/index.ts'
import type { Line } from '../../../src/web/document/ink.ts'
import type { DrawnRow } from '../../../src/web/document/table-layout.ts'
import type { Block, Chunk } from '../../../src/web/document/text-layout.ts'
import { stubExtraction } from './extraction.ts'
import { goldText } from './gold.ts'

const [model] = stubExtraction(goldText('lang-son-2020'), 'x', 'lang-son-2020').observations
if (model === undefined) throw new Error('the gold document has records')

export const records = (...spans: Span[]): Observation[] =>
  spans.map((span, i) => ({ ...model, id: `o${i}`, evidence: { ...model.evidence, ...span } }))

const linesOfRow = (row: DrawnRow): readonly Line[] =>
  row.kind === 'stray' ? row.lines : row.cells.flatMap(cell => cell?.pieces ?? [])

const linesOfBlock = (block: Block): readonly Line[] => {
  if (block.kind === 'line') return [block.line]
  return block.kind === 'tabs' ? block.rows.flat() : [...block.head, ...block.body].flatMap(linesOfRow)
}

export const blocksOf = (chunks: readonly Chunk[]): Block[] => chunks.flatMap(({ blocks }) => blocks)
export const linesOf = (chunks: readonly Chunk[]): Line[] => blocksOf(chunks).flatMap(linesOfBlock)

/** Text of characters that matter to the layout. */
export const texts = fc.string({
  unit: fc.constantFrom('a', 'ộ', '7', ' ', '\t', '\n', '\r\n', '<', '|'),
  maxLength: 200,
})
export const spans = fc.array(fc.record({ start: fc.nat(210), end: fc.nat(210) }), { maxLength: 12 })
