import type { Sector } from '../../contract/index.ts'
import type { Block } from '../../outline/block.ts'
import { type MappedText, sourceSpan } from '../../repair/mapped-text.ts'
import type { Cell } from '../../table/grid.ts'
import { rowChain, type TableModel } from '../../table/table-model.ts'
import { type Context, contextOf } from '../context.ts'
import type { DocumentTime } from '../document-time.ts'
import type { Draft } from '../draft.ts'
import { observeBlock } from '../observe-block.ts'
import type { Watch } from '../watch.ts'
import { type Label, labelOf, type NamedUnit } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'
import { joinTexts } from './phrase.ts'

/** What all rows of a table are read against. */
export interface TableContext {
  readonly model: TableModel
  readonly cells: LexedCells
  /** Caption, and the headings above the table, nearest first. */
  readonly above: readonly Context[]
  readonly document: DocumentTime
  readonly watch?: Watch | undefined
}

/** What a row counts: all that its cells have in common. */
export interface RowName {
  readonly draft: Draft
  /** The unit that the row's own cells name; null where it is left to the column or the caption. */
  readonly unit: NamedUnit | null
  /** Its own words name the indicator; else it took its parent's. */
  readonly own: boolean
}

/** A figure that stands for those of the row while its words are read. */
const SAMPLE = '456'

/**
 * Names what a row counts, by the same rules that read running text: its label stands before the figure, its unit behind it,
 * and the rows above it in the tree stand over it as headings do. A row that only splits its parent (by branch, by source) takes
 * the parent's indicator.
 * @param at the row's place among the rows of the model
 * @param words heads of the column that say what is counted, beside the row's label
 * @param known the names of rows before, by their place, for the same words
 */
export const nameRow = (
  context: TableContext,
  at: number,
  words: readonly Cell[],
  unit: NamedUnit | null,
  known: ReadonlyMap<number, RowName>,
): RowName | null => {
  const { model, cells } = context
  const row = model.rows[at]
  if (row === undefined) return null
  const label = row.labels.at(-1)
  const own = label === undefined ? null : labelOf(label.content, cells)
  const heads = words.map(cell => labelOf(cell.content, cells))
  const named = own?.unit ?? unit ?? heads.findLast(head => head.unit !== null)?.unit ?? null
  const parts = [own, ...heads].filter(part => part !== null && part.content.text !== '') as Label[]
  const content = joinTexts(parts.flatMap((part, i) => (i === 0 ? [part.content] : [' ', part.content])))
  const above = [...parentContexts(context, at), ...context.above]
  const plain = read(context, content, null, above)
  const whole = named === null ? plain : read(context, content, named, above)
  if (plain === null || whole === null) return null
  const split = splitOf(context, at, known)
  const isNamed = plain.because.indicator?.from === 'rule'
  if (isNamed || split === null)
    return { draft: isGeneric(whole) && !isGeneric(plain) ? plain : whole, unit: named, own: isNamed }
  return { draft: asPart(split, whole, label), unit: named ?? split.unit, own: false }
}

const GENERIC = /^(?:other|organisations_other|people_other|money_other)$/

const isGeneric = ({ indicator }: Draft): boolean => GENERIC.test(indicator)

/** The name of the row that this one is a part of. */
const splitOf = ({ model }: TableContext, at: number, known: ReadonlyMap<number, RowName>): RowName | null => {
  for (let next = model.rows[at]?.parent ?? null; next !== null; next = model.rows[next]?.parent ?? null) {
    const row = model.rows[next]
    const name = known.get(next)
    if (row?.lead === null && name !== undefined) return name
  }
  return null
}

const asPart = ({ draft }: RowName, part: Draft, label: Cell | undefined): Draft => {
  const sector: Sector | null = part.sector ?? draft.sector
  const because = { ...draft.because }
  if (part.sector !== null && part.because.sector) because.sector = part.because.sector
  const { unit } = part.because.unit?.from === 'counter' ? part : draft
  const from = 'row' as const
  const words = label === undefined ? {} : sourceSpan(label.content, 0, Math.max(1, label.content.text.length))
  return { ...draft, sector, unit, because: { ...because, indicator: { from, ...words } } }
}

const read = (
  context: TableContext,
  label: MappedText,
  unit: NamedUnit | null,
  above: readonly Context[],
): Draft | null => {
  const { cells, document, watch } = context
  const content = joinTexts(unit === null ? [label, ': ', SAMPLE] : [label, ': ', SAMPLE, ' ', unit.words])
  const { terms } = cells.lex(content)
  const start = label.text.length + 2
  const drafts = observeBlock({ content, terms, above, document, rules: cells.rules, watch })
  return drafts.find(draft => draft.start <= start && draft.end > start) ?? null
}

/** The rows above a row in the tree, nearest first, as the headings that they are. */
const parentContexts = ({ model, cells }: TableContext, at: number): Context[] =>
  rowChain(model, at)
    .slice(0, -1)
    .reverse()
    .flatMap(row => {
      const label = row.labels.at(-1)
      if (label === undefined || row.lead !== null) return []
      const { content } = labelOf(label.content, cells)
      return content.text === '' ? [] : [contextOf(blockOf(content), cells.lex(content).terms, cells.rules)]
    })

const blockOf = (content: MappedText): Block => ({
  kind: 'heading',
  zone: 'body',
  level: null,
  label: null,
  labelSpan: null,
  content,
  parent: null,
})
