import type { Because } from '../../contract/index.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import { joinMapped, sliceMapped, wholeSpan } from '../../repair/mapped-text.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Cell } from '../../table/grid.ts'
import type { Context } from '../context.ts'
import type { Draft } from '../draft.ts'
import { observeBlock } from '../observe-block.ts'
import { byForm } from './by-form.ts'
import { labelOf, type NamedUnit } from './label-unit.ts'
import { asSupport, captionUnit, speaksOfMoney } from './money-rows.ts'
import { contextIn, isGeneric, parentContexts, type RowName, type TableContext } from './table-context.ts'
import { partOf, wholeOf } from './take-name.ts'
import { type Telling, tellingOf } from './telling.ts'
import { withSplits } from './with-splits.ts'

/** Words that stand before a figure, and what stands over them, nearest first. */
interface Attempt {
  readonly text: readonly MappedText[]
  readonly above: readonly Context[]
}

/**
 * Names what a row counts, by the same rules that read running text: words stand before a figure, its unit behind it, and the
 * rows above in the tree stand over it as headings do. Where the heads of the column only say whose figures they are, or of which
 * branch, the row names the indicator; else the heads do, and the row may say whose. A row that only splits another takes its name.
 * @param at the row's place among the rows of the model
 * @param words heads of the column that say what is counted
 * @param unit of the unit column, or beside the figures
 * @param known the names of rows before, by their place, for the same words
 * @returns null where neither row nor heads nor title have a word
 */
export const nameRow = (
  context: TableContext,
  at: number,
  words: readonly Cell[],
  unit: NamedUnit | null,
  known: ReadonlyMap<number, RowName>,
): RowName | null => {
  const { model, cells } = context
  const label = model.rows[at]?.labels.at(-1)
  const own = label === undefined ? null : labelOf(label.content, cells)
  const heads = words.map(cell => labelOf(cell.content, cells))
  const rowTells = own === null ? 'nothing' : tellingOf(own.content, cells)
  const headTells = heads.map(head => tellingOf(head.content, cells))
  const headsTell: Telling = headTells.includes('name') ? 'name' : headTells.includes('split') ? 'split' : 'nothing'
  const headUnit = heads.findLast(head => head.unit !== null)?.unit ?? null
  const ofHeads = headUnit && { ...headUnit, from: 'column' as const }
  const counted = rowTells === 'name' ? (heads.map(head => countedBy(head.content, cells)).at(-1) ?? null) : null
  // `Kinh phí` beside `Khối lượng`: the unit of the row is that of the other
  const money = headsTell === 'name' && speaksOfMoney(heads)
  const said = money && unit?.quantity.unit !== 'VND' ? ofHeads : (own?.unit ?? unit ?? ofHeads ?? counted)
  const naming = headsTell === 'name' ? heads.at(-1) : own
  const named = said ?? unitOfParent(context, at, known) ?? (naming ? captionUnit(context, naming.content) : null)

  const rowText = own === null || rowTells === 'nothing' ? [] : [own.content]
  const headText = heads.map(head => head.content)
  const whole = wholeOf(context, at, rowTells, named, known)
  const attempts = attemptsOf(context, at, rowText, headText, rowTells, headsTell, named)
  const found =
    attempts.length > 0 ? firstNamed(context, attempts, named) : byTitle(context, [...rowText, ...headText], named)
  const takes = whole !== null && !(found?.own === true && (rowTells === 'name' || headsTell === 'name' || !whole.led))
  const name = takes ? partOf(whole, found, label, named) : found
  if (name === null) return null
  const form = headsTell === 'name' ? undefined : context.form.get(at)
  const formed =
    form === undefined
      ? asSupport(
          averaged(
            name,
            parentName(context, at, known),
            words
              .concat(label ?? [])
              .map(cell => cell.content.text)
              .join(' '),
            context,
          ),
          context,
          at,
        )
      : byForm(name, form, label?.content, cells)
  return withSplits(formed, rowText, whole?.name.draft.subject === 'cooperative', context, at)
}

/** Over rows of policies `Số HTX` counts the organisations that had them. */
const countedBy = (head: MappedText, cells: TableContext['cells']): NamedUnit | null => {
  const what = /^(?:tổng )?số (?:lượng )?(.+)$/iu.exec(head.text)?.[1]
  const quantity = what === undefined ? null : cells.unit(what)
  if (what === undefined || quantity?.unit !== 'organisation') return null
  return { words: sliceMapped(head, head.text.length - what.length, head.text.length), quantity, from: 'column' }
}

/** In which words the name is looked for, the likeliest first. */
const attemptsOf = (
  context: TableContext,
  at: number,
  row: readonly MappedText[],
  heads: readonly MappedText[],
  rowTells: Telling,
  headsTell: Telling,
  unit: NamedUnit | null,
): Attempt[] => {
  const { cells } = context
  const above = [...parentContexts(context, at), ...context.above]
  const over = (texts: readonly MappedText[]) => texts.map(content => contextIn(content, cells)).reverse()
  // a branch says nothing of what is counted, and would be read as what the organisations do
  const spoken = (texts: readonly MappedText[]) => texts.flatMap(content => spokenOf(content, cells))
  const rowAlone = { text: spoken(row), above: [...over(heads), ...above] }
  const headsAlone = { text: spoken(heads), above: [...over(row), ...above] }
  const together = { text: [...spoken(row), ...spoken(heads)], above }
  const attempts =
    headsTell !== 'name'
      ? [rowAlone, together]
      : rowTells === 'name' && firstNamed(context, [rowAlone], unit)?.own === true
        ? [together, headsAlone, rowAlone]
        : [headsAlone, together, rowAlone]
  return attempts.filter(({ text }) => text.length > 0)
}

/** A table whose rows and heads only split and date is about what its title says. */
const byTitle = (context: TableContext, words: readonly MappedText[], unit: NamedUnit | null): RowName | null => {
  const { above, model } = context
  const titles = [...model.caption.blocks.map(({ content }) => [content]), words].filter(text => text.length > 0)
  const name = firstNamed(
    context,
    titles.map(text => ({ text, above })),
    unit,
  )
  return name && { ...name, own: false }
}

/** `Tốt`, `Khá`, `TB` alone grade organisations. */
const isGrade = (content: MappedText): boolean =>
  /^(?:tốt|khá|giỏi|khá,? giỏi|tốt,? khá|khá,? tốt|trung bình|TB|yếu|kém|yếu kém)$/iu.test(content.text.trim())

/** The words of a label or head without a mere branch: of `HTX nông nghiệp` the organisations, of `Nông nghiệp` none. */
const spokenOf = (content: MappedText, cells: TableContext['cells']): MappedText[] => {
  if (content.text === '') return []
  if (isGrade(content)) return [joinMapped(['xếp loại ', content])]
  if (tellingOf(content, cells) !== 'split') return [content]
  const organisation = cells.rules.tags.id('Organisation')
  const { terms } = cells.lex(content)
  if (!terms.some(term => term.entry?.sector)) return [content]
  return terms.filter(term => hasTag(term.tags, organisation)).map(term => sliceMapped(content, term.start, term.end))
}

/** The first of some attempts in which a rule names the indicator; else what the first of them gives. */
const firstNamed = (context: TableContext, attempts: readonly Attempt[], unit: NamedUnit | null): RowName | null => {
  let first: RowName | null = null
  for (const { text, above } of attempts) {
    const plain = read(context, text, null, above)
    const whole = unit === null ? plain : read(context, text, unit, above)
    if (plain === null || whole === null) continue
    const isNamed = plain.because.indicator?.from === 'rule' && !isGeneric(plain)
    // the label says more than the word that counts: `Số thành viên mới | Thành viên`
    const ofLabel = isNamed && plain.unit === whole.unit && !isTurns(unit, context.cells)
    const own = isNamed && (unit === null || plain.unit === whole.unit || !isGeneric(whole))
    const name: RowName = { draft: ofLabel ? { ...plain, per: whole.per } : whole, unit, own }
    if (own) return name
    first ??= name
  }
  return first
}

/** `Lượt người` is the only unit that says what is counted. */
const isTurns = (unit: NamedUnit | null, cells: TableContext['cells']): boolean =>
  unit !== null && cells.lex(unit.words).terms.some(term => hasTag(term.tags, cells.rules.tags.id('Turn')))

/** A figure that stands for those of the row while its words are read. */
const SAMPLE = '456'

const read = (
  context: TableContext,
  parts: readonly MappedText[],
  unit: NamedUnit | null,
  above: readonly Context[],
): Draft | null => {
  const { cells, document } = context
  const label = joinMapped(parts.flatMap((part, i) => (i === 0 ? [part] : [' ', part])))
  const content = joinMapped(unit === null ? [label, ': ', SAMPLE] : [label, ': ', SAMPLE, ' ', unit.words])
  const { terms } = cells.lex(content)
  const start = label.text.length + 2
  const drafts = observeBlock({ content, terms, above, document, rules: cells.rules })
  const found = drafts.find(draft => draft.start <= start && draft.end > start)
  return found ? { ...found, because: withinCells(found.because, parts) } : null
}

/**
 * Reasons with their places in the document: words of a label and of a head stand apart, so that one which spans both points at
 * the cell it begins in; one that stands for the sample, and for no words, has no place.
 */
const withinCells = (because: Because, parts: readonly MappedText[]): Because => {
  const spans = parts.map(wholeSpan)
  const placed = Object.entries(because).map(([attribute, reason]) => {
    const { start, end, ...rest } = reason
    if (start === undefined || end === undefined) return [attribute, reason]
    const cell = spans.find(span => span.start <= start && start < span.end)
    if (start < end && end <= (cell?.end ?? end)) return [attribute, reason]
    return [attribute, start === end || cell === undefined ? rest : { ...rest, start, end: cell.end }]
  })
  return Object.fromEntries(placed)
}

/**
 * A part without a unit and without a number of its own, or that a word leads over to, is measured as its whole: `Có trình độ đại
 * học` under `Cán bộ (người)`, `4.1. Trong đó: doanh thu với thành viên`.
 */
const unitOfParent = (context: TableContext, at: number, known: ReadonlyMap<number, RowName>): NamedUnit | null => {
  const { marker = null, labels = [] } = context.model.rows[at] ?? {}
  const isPart = marker === null || /^[-–+]$/.test(marker) || LED.test(labels.at(-1)?.content.text ?? '')
  const unit = isPart ? (parentName(context, at, known)?.unit ?? null) : null
  return unit?.from === undefined ? unit : null
}

const LED = /^\s*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:trong đó|tr\. ?đó)(?!\p{L})/iu

/** The name of the row above in the tree. */
const parentName = ({ model }: TableContext, at: number, known: ReadonlyMap<number, RowName>): RowName | null =>
  known.get(model.rows[at]?.parent ?? -1) ?? null

const PER_ORGANISATION = /\/\s?(?:HTX|THT|LHHTX|QTD|QTDND|quỹ|tổ)(?!\p{L})/iu

/** A part of an average is an average itself: `Doanh thu bình quân một HTX`, of which with members; and so is `DT/HTX`. */
const averaged = (name: RowName, whole: RowName | null, words: string, { cells }: TableContext): RowName => {
  const { draft } = name
  const mean = cells.rules.indicators.get(`${draft.indicator}_per_organisation`)
  const ofEach = whole?.draft.per.includes('organisation') === true || PER_ORGANISATION.test(words)
  if (mean === undefined || !ofEach || draft.unit !== 'VND') return name
  const per = ['organisation' as const, ...draft.per.filter(one => one !== 'organisation')]
  return { ...name, draft: { ...draft, indicator: mean.code, label: mean.label.vi, per } }
}
