import type { Term } from '../../lex/term.ts'
import type { Block } from '../../outline/block.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import { rowChain, type TableModel } from '../../table/table-model.ts'
import { type Context, contextOf } from '../context.ts'
import type { DocumentTime } from '../document-time.ts'
import type { Draft } from '../draft.ts'
import { labelOf, type NamedUnit } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'
import type { FormMatch } from './match-form.ts'

/** What all rows of a table are read against. */
export interface TableContext {
  readonly model: TableModel
  readonly cells: LexedCells
  /** Caption, and the headings above the table, nearest first. */
  readonly above: readonly Context[]
  readonly document: DocumentTime
  /** The rows that a form knows, by their places among the rows of the model. */
  readonly form: ReadonlyMap<number, FormMatch>
}

/** What a row counts under some heads: all that its figures there have in common. */
export interface RowName {
  readonly draft: Draft
  /** The unit that the row's own cells name; null where it is left to the column or the caption. */
  readonly unit: NamedUnit | null
  /** Words of the row or of the heads name the indicator; else it took another row's, or has none. */
  readonly own: boolean
}

const GENERIC = /^(?:other|organisations_other|people_other|money_other)$/

/** The indicator tells no more than the unit. */
export const isGeneric = ({ indicator }: Draft): boolean => GENERIC.test(indicator)

/** The rows above a row in the tree, nearest first, as the headings that they are. */
export const parentContexts = ({ model, cells }: TableContext, at: number): Context[] =>
  rowChain(model, at)
    .slice(0, -1)
    .reverse()
    .flatMap(row => {
      const label = row.labels.at(-1)
      if (label === undefined || row.lead !== null) return []
      const { content } = labelOf(label.content, cells)
      return content.text === '' ? [] : [contextIn(content, cells)]
    })

/** A label or head as a heading over a figure. */
export const contextIn = (content: MappedText, cells: LexedCells): Context =>
  contextOf(blockOf(content), cells.lex(content).terms, cells.rules)

const blockOf = (content: MappedText): Block => ({
  kind: 'heading',
  zone: 'body',
  level: null,
  label: null,
  labelSpan: null,
  content,
  parent: null,
})

/** The caption of a table, whose brackets say more than its words: `TÌNH HÌNH HOẠT ĐỘNG CỦA HỢP TÁC XÃ (ước thực hiện năm 2023)`. */
export const asCaption = (context: Context, { rules }: LexedCells): Context => {
  const { terms } = context
  const has = (term: Term | undefined, tag: string) => term !== undefined && hasTag(term.tags, rules.tags.id(tag))
  const term = terms.find((one, i) => has(one, 'YearEstimate') && has(terms[i - 1], 'Open'))
  return term === undefined ? context : { ...context, status: { value: 'estimate', weak: false, term } }
}
