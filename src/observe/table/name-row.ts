import type { Sector, Subject } from '../../contract/index.ts'
import type { Block } from '../../outline/block.ts'
import { type MappedText, sourceSpan } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Cell } from '../../table/grid.ts'
import { rowChain, type TableModel } from '../../table/table-model.ts'
import { type Context, contextOf } from '../context.ts'
import type { DocumentTime } from '../document-time.ts'
import type { Draft } from '../draft.ts'
import { observeBlock } from '../observe-block.ts'
import type { Watch } from '../watch.ts'
import { labelOf, type NamedUnit } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'
import type { FormMatch } from './match-form.ts'
import { joinTexts } from './phrase.ts'
import { isOther, type Telling, tellingOf } from './telling.ts'

/** What all rows of a table are read against. */
export interface TableContext {
  readonly model: TableModel
  readonly cells: LexedCells
  /** Caption, and the headings above the table, nearest first. */
  readonly above: readonly Context[]
  readonly document: DocumentTime
  /** The rows that a form knows, by their places among the rows of the model. */
  readonly form: ReadonlyMap<number, FormMatch>
  readonly watch?: Watch | undefined
}

/** What a row counts under some heads: all that its figures there have in common. */
export interface RowName {
  readonly draft: Draft
  /** The unit that the row's own cells name; null where it is left to the column or the caption. */
  readonly unit: NamedUnit | null
  /** Words of the row or of the heads name the indicator; else it took another row's, or has none. */
  readonly own: boolean
}

/** A figure that stands for those of the row while its words are read. */
const SAMPLE = '456'

/**
 * Names what a row counts, by the same rules that read running text: words stand before a figure, its unit behind it, and the
 * rows above in the tree stand over it as headings do. Where the heads of the column only say whose figures they are, or of which
 * branch, the row names the indicator; else the heads do, and the row may say whose. A row that only splits another takes its name.
 * @param at the row's place among the rows of the model
 * @param words heads of the column that say what is counted
 * @param unit of the unit column, or beside the figures
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
  const labels = row.labels.map(label => labelOf(label.content, cells))
  const own = labels.at(-1)
  const heads = words.map(cell => labelOf(cell.content, cells))
  const headUnit = heads.findLast(head => head.unit !== null)?.unit ?? null
  const rowTells = own === undefined ? 'nothing' : tellingOf(own.content, cells)
  const headsTell = heads.some(head => tellingOf(head.content, cells) === 'name')
    ? 'name'
    : heads.length > 0
      ? 'split'
      : 'nothing'
  const named = own?.unit ?? unit ?? headUnit
  const rowText = rowTells === 'nothing' || own === undefined ? [] : [own.content]
  const headText = heads.map(head => head.content)
  const parents = parentContexts(context, at)
  const headContexts = headText.map(content => contextIn(content, cells)).reverse()
  const above = [...parents, ...context.above]

  const attempts: { readonly text: readonly MappedText[]; readonly above: readonly Context[] }[] = []
  const rowAlone = { text: rowText, above: [...headContexts, ...above] }
  const together = { text: [...rowText, ...headText], above }
  const headsAlone = { text: headText, above: [...rowText.map(content => contextIn(content, cells)), ...above] }
  if (headsTell === 'name')
    attempts.push(...(rowTells === 'name' ? [together, headsAlone, rowAlone] : [headsAlone, together]))
  else attempts.push(rowAlone, ...(heads.length > 0 ? [together] : []))

  const split = splitOf(context, at, rowTells, named, known)
  // a table whose rows and heads only split and date is about what its title says
  const titles = model.caption.blocks.map(block => ({ text: [block.content], above: context.above }))
  if (attempts.every(({ text }) => text.every(part => part.text === ''))) attempts.push(...titles)
  let found: RowName | null = null
  for (const attempt of attempts) {
    const text = attempt.text.filter(({ text }) => text !== '')
    if (text.length === 0) continue
    const content = joinTexts(text.flatMap((part, i) => (i === 0 ? [part] : [' ', part])))
    const plain = read(context, content, null, attempt.above)
    const whole = named === null ? plain : read(context, content, named, attempt.above)
    if (plain === null || whole === null) continue
    const isNamed = plain.because.indicator?.from === 'rule' && !isGeneric(plain)
    // the label says more than the word that counts: `Số thành viên mới | Thành viên`
    const draft =
      isNamed && fitsUnit(plain, whole) && whole.indicator !== TRAINEES ? { ...plain, per: whole.per } : whole
    found ??= { draft, unit: named, own: false }
    if (!isNamed) continue
    // a branch counted under a head that only repeats whose figures they are
    found = { draft, unit: named, own: true }
    break
  }
  const name =
    found?.own === true && !(split !== null && rowTells === 'split' && headsTell !== 'name')
      ? found
      : split === null
        ? found
        : partOf(split, found, row.labels.at(-1), named)
  const form = headsTell === 'name' ? undefined : context.form.get(at)
  const formed = name === null || form === undefined ? name : byForm(name, form, row.labels.at(-1), cells)
  return formed === null ? null : withSplits(formed, [...rowText, ...headText], split?.name.draft ?? null, context, at)
}

const GENERIC = /^(?:other|organisations_other|people_other|money_other)$/

const isGeneric = ({ indicator }: Draft): boolean => GENERIC.test(indicator)

/** `Lượt người` is the only unit that says what is counted. */
const TRAINEES = 'trainees'

const fitsUnit = (plain: Draft, whole: Draft): boolean => plain.unit === whole.unit

/** The name that a row takes from another. */
interface Split {
  readonly name: RowName
  /** A row between them leads over to parts. */
  readonly led: boolean
  /** The row adds the other up, with all beside it. */
  readonly sum: boolean
}

/** The name of the row that this one is a part of, or of a row that it adds up. */
const splitOf = (
  { model, cells }: TableContext,
  at: number,
  telling: Telling,
  unit: NamedUnit | null,
  known: ReadonlyMap<number, RowName>,
): Split | null => {
  const row = model.rows[at]
  const fits = (name: RowName | undefined): name is RowName =>
    name !== undefined &&
    (unit === null ||
      name.unit === null ||
      unit.quantity.unit === name.unit.quantity.unit ||
      unit.quantity.unit === name.draft.unit)
  // `Cộng` below the rows it adds up
  if (telling !== 'name' && cells.rules.tableWords.addsUp(row?.labels.at(-1)?.content.text ?? '')) {
    const sibling = [...known].findLast(
      ([index, name]) => model.rows[index]?.parent === row?.parent && name.own && fits(name),
    )
    if (sibling !== undefined) return { name: sibling[1], led: true, sum: true }
  }
  let led = false
  for (let next = row?.parent ?? null; next !== null; next = model.rows[next]?.parent ?? null) {
    const above = model.rows[next]
    if (above?.lead !== null) {
      led = true
      continue
    }
    const name = known.get(next)
    if ((led || telling !== 'name') && fits(name)) return { name, led, sum: false }
    if (name !== undefined) break
  }
  if (telling !== 'nothing') return null
  const sibling = [...known].findLast(
    ([index, name]) => model.rows[index]?.parent === row?.parent && name.own && fits(name),
  )
  return sibling === undefined ? null : { name: sibling[1], led: true, sum: false }
}

/** The name that a part takes from its whole: all but its own branch; a percentage of a count is a share of it. */
const partOf = (split: Split, part: RowName | null, label: Cell | undefined, named: NamedUnit | null): RowName => {
  const { draft, unit, own } = split.name
  const from = 'row' as const
  const words = label === undefined ? {} : sourceSpan(label.content, 0, Math.max(1, label.content.text.length))
  const because = { ...draft.because, indicator: { from, ...words } }
  const kept =
    part !== null && part.draft.unit === 'percent' ? { unit: part.draft.unit, measure: 'share' as const } : {}
  const sector = split.sum ? null : draft.sector
  return { draft: { ...draft, ...kept, sector, because }, unit: named ?? unit, own }
}

/** What the form says of its row; a share stays a share of it. */
const byForm = (
  name: RowName,
  { row, subject, rule, cut }: FormMatch,
  label: Cell | undefined,
  cells: LexedCells,
): RowName => {
  const { draft } = name
  const known = cells.rules.indicators.get(row.indicator)
  if (known === undefined || (draft.unit === 'percent' && draft.measure === 'change')) return name
  const words = label === undefined ? {} : sourceSpan(label.content, 0, Math.max(1, label.content.text.length))
  const percent = draft.unit === 'percent'
  const because = {
    ...draft.because,
    indicator: { from: 'rule' as const, rule, ...(cut ? { text: row.labels[0] ?? '' } : {}), ...words },
    ...(row.sector === undefined ? {} : { sector: { from: 'rule' as const, rule, ...words } }),
  }
  const unit = percent || draft.unit === known.unit ? draft.unit : known.unit
  const measure = percent ? draft.measure : ('level' as const)
  return {
    ...name,
    own: true,
    draft: {
      ...draft,
      ...{
        subject,
        indicator: row.indicator,
        sector: row.sector ?? draft.sector,
        unit,
        measure,
        label: known.label.vi,
        because,
      },
      per: percent
        ? draft.per
        : [
            ...new Set([
              ...known.per,
              ...draft.per.filter(per => known.per.includes(per) || per === 'year' || per === 'month'),
            ]),
          ],
    },
  }
}

/** The subject and branch that row and heads name beside the indicator; in a list of branches a credit fund is one of them. */
const withSplits = (
  name: RowName,
  texts: readonly MappedText[],
  whole: Draft | null,
  context: TableContext,
  at: number,
): RowName => {
  const { cells } = context
  const { draft } = name
  let { subject, sector } = draft
  const because = { ...draft.because }
  for (const content of texts) {
    if (tellingOf(content, cells) !== 'split') continue
    for (const term of cells.lex(content).terms) {
      const place = sourceSpan(content, term.start, term.end)
      const branch: Sector | null =
        term.entry?.sector ?? (isOther(term) && besideBranches(context, at) ? 'other' : null)
      if (branch !== null) {
        sector = branch
        because.sector = { from: 'row', ...place }
      }
      const whose: Subject | undefined = term.entry?.subject
      if (whose !== undefined && hasTag(term.tags, cells.rules.tags.id('Organisation'))) {
        subject = whose
        because.subject = { from: 'row', ...place }
      }
    }
  }
  const ofBranches = whole?.subject === 'cooperative' || (subject === 'credit_fund' && besideBranches(context, at))
  if (subject === 'credit_fund' && ofBranches) {
    subject = 'cooperative'
    sector = 'credit'
  }
  return { ...name, draft: { ...draft, subject, sector, because } }
}

/** Most rows beside a row name a branch. */
const besideBranches = ({ model, cells }: TableContext, at: number): boolean => {
  const parent = model.rows[at]?.parent
  let [branches, others] = [0, 0]
  for (const [index, row] of model.rows.entries()) {
    if (row.parent !== parent || index === at || Math.abs(index - at) > BESIDE) continue
    const label = row.labels.at(-1)
    if (label === undefined || row.lead !== null) continue
    const { content } = labelOf(label.content, cells)
    const telling = tellingOf(content, cells)
    if (telling === 'split' && cells.lex(content).terms.some(term => term.entry?.sector)) branches++
    else if (telling === 'name') others++
  }
  return branches >= 2 && branches > others
}

/** How many rows before and after a row are looked at. */
const BESIDE = 12

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
      return content.text === '' ? [] : [contextIn(content, cells)]
    })

const contextIn = (content: MappedText, cells: LexedCells): Context =>
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
