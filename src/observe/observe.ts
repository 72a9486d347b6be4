import type { Area, DocumentHeader, NumeralClass, ReadObservation, Reference, Span } from '../contract/index.ts'
import { type LexedBlock, lexBlock } from '../lex/lex-block.ts'
import type { Block } from '../outline/block.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { type MappedText, sourceSpan, wholeSpan } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { isStatistical } from '../table/is-statistical.ts'
import type { TableModel } from '../table/table-model.ts'
import { sureness } from './confidence.ts'
import { type Context, contextOf } from './context.ts'
import { documentTime } from './document-time.ts'
import type { Draft } from './draft.ts'
import { Locator } from './locator.ts'
import { observeBlock } from './observe-block.ts'
import { passagesOf } from './passage.ts'
import { accountTable } from './table/account-table.ts'
import type { LexedCells } from './table/lexed-cells.ts'
import { matchForm } from './table/match-form.ts'
import { type CellDraft, observeTable } from './table/observe-table.ts'
import { asCaption } from './table/table-context.ts'
import { type TextTime, textTime } from './text-time.ts'
import type { Watch } from './watch.ts'

/** A stretch of the text as read whose numerals are accounted for. */
export interface Accounted {
  readonly start: number
  readonly end: number
  readonly class: NumeralClass
  /** What accounts for it. */
  readonly as: AccountedAs
  /** The rule of `rules/numerals.yaml`, and its pattern. */
  readonly rule?: { readonly id: string; readonly pattern: string }
}

export type AccountedAs =
  | 'statistic'
  | 'rule'
  | 'period'
  | 'reference'
  | 'running-line'
  | 'marker'
  | 'head'
  | 'foot'
  | 'table-head'

export interface Observed {
  readonly observations: ReadObservation[]
  /** What became of stretches with numerals, in no order; stretches may nest, the first given wins. */
  readonly accounted: Accounted[]
  /** The text has lost marks throughout; its words were read accordingly. */
  readonly damaged: boolean
}

/**
 * All statistics of a document, of its running text and of its tables.
 * @param references every document that the text names, with spans in the text as read
 * @param time what the periods of the whole text tell, where the blocks are but a part of it
 */
export const observe = (
  source: SourceDocument,
  blocks: readonly Block[],
  header: DocumentHeader,
  tables: readonly TableModel[],
  cells: LexedCells,
  watch?: Watch,
  time?: TextTime,
): Observed => {
  const { rules, writing } = cells
  const locator = new Locator(source)
  const references = [...header.references].sort((a, b) => a.start - b.start)
  const lexed = new Map<Block, LexedBlock>()
  const lex = (block: Block): LexedBlock => {
    const known = lexed.get(block)
    if (known) return known
    const made = lexBlock(block.content, within(references, block), rules, writing)
    lexed.set(block, made)
    return made
  }
  const running = blocks.filter(b => b.zone === 'body' && b.kind !== 'row' && hasNumber(b.content.text))
  const document = documentTime(
    header,
    time ??
      textTime(
        running.map(b => lex(b).terms),
        header,
        rules,
      ),
  )
  const contexts = new Map<Block, Context>()
  const contextFor = (block: Block): Context => {
    const known = contexts.get(block)
    if (known) return known
    const made = contextOf(block, lex(block).terms, rules)
    contexts.set(block, made)
    return made
  }

  const title = blocks.filter(b => b.element === 'title').map(b => titleContext(contextFor(b)))
  const observations: ReadObservation[] = []
  const accounted: Accounted[] = []
  const repeated = tables.flatMap(model => model.repeated)
  for (const block of blocks) {
    if (!/\d|\p{L}/u.test(block.content.text)) continue
    const { content } = block
    if (block.zone !== 'body' || block.kind === 'row') continue
    if (!hasNumber(content.text) || isWithin(wholeSpan(content), repeated)) continue
    const lexed = lex(block)
    const above = [...ancestors(blocks, block).map(contextFor), ...title]
    for (const terms of passagesOf(lexed.terms, rules.vocabulary))
      for (const d of observeBlock({ content, terms, above, document, rules, watch }))
        observations.push(finish(d, content, header.area, locator, rules))
    for (const a of accountedIn(content, lexed)) accounted.push(a)
  }
  for (const model of tables) {
    const first = model.caption.blocks[0]
    const above = [
      ...model.caption.blocks.map(block => asCaption(contextFor(block), cells)),
      ...(first === undefined ? [] : ancestors(blocks, first).map(contextFor)),
      ...title,
    ]
    const drafts = !isStatistical(model)
      ? []
      : observeTable({ model, cells, above, document, form: matchForm(model, cells) })
    for (const d of drafts) {
      observations.push(finishCell(d, header.area, locator, rules))
      accounted.push({ start: d.draft.start, end: d.draft.end, class: 'observation', as: 'statistic' })
    }
    accounted.push(...accountTable(model, cells))
  }
  observations.sort((a, b) => a.evidence.start - b.evidence.start)
  return { observations, accounted, damaged: writing.damaged }
}

/** A title passes on the branch that the whole document is about; its years are the document's own. */
const titleContext = (context: Context): Context => ({ ...context, time: null, status: null, subject: null })

/** Digits, or one of the number words that may count something. */
const hasNumber = (text: string) => /\d|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|trăm/iu.test(text)

/** The references that reach into a block; `references` are in order and apart. */
const within = (references: readonly Reference[], block: Block): Reference[] => {
  const from = block.content.starts[0] ?? 0
  const to = block.content.ends.at(-1) ?? 0
  let first = 0
  for (let high = references.length; first < high; ) {
    const middle = (first + high) >> 1
    if ((references[middle]?.end ?? 0) <= from) first = middle + 1
    else high = middle
  }
  let last = first
  while ((references[last]?.start ?? Infinity) < to) last++
  return references.slice(first, last)
}

const ancestors = (blocks: readonly Block[], block: Block): Block[] => {
  const chain: Block[] = []
  for (let at = block.parent; at !== null; ) {
    const parent = blocks[at]
    if (!parent) break
    chain.push(parent)
    at = parent.parent
  }
  return chain
}

/** What the terms of a block account for. */
export const accountedIn = (content: MappedText, { terms, setAside }: LexedBlock): Accounted[] => {
  const place = ({ start, end }: Span) => sourceSpan(content, start, end)
  return [
    ...setAside.map(
      (s): Accounted => ({ class: s.class, as: 'rule', rule: { id: s.rule, pattern: s.pattern }, ...place(s) }),
    ),
    ...terms.flatMap((t): Accounted[] => (t.time ? [{ class: 'date', as: 'period', ...place(t) }] : [])),
    // a number inside a name of a unit or a per-phrase goes with its quantity
    ...terms.flatMap((t): Accounted[] => (t.quantity ? [{ class: 'observation', as: 'statistic', ...place(t) }] : [])),
  ]
}

/** A draft with its place, and with the area that the document speaks of. */
export const finish = (
  d: Draft,
  content: MappedText,
  area: Area | null,
  locator: Locator,
  rules: RuleSet,
): ReadObservation => {
  const { start, end, ...rest } = d
  const place = sourceSpan(content, start, end)
  const { recognised, ...where } = locator.place(place)
  const quote = quoteOf(content.text, start, end)
  const evidence = { start: place.start, end: place.end, ...where, quote, cell: null, ...legible(recognised) }
  const confidence = sureness(d, recognised, rules)
  return { id: `o${place.start}`, ...rest, ...{ area, source: null, evidence, confidence } }
}

/** The draft of a cell with its place. */
const finishCell = (
  { draft, source, area, cell, place, quote }: CellDraft,
  documentArea: Area | null,
  locator: Locator,
  rules: RuleSet,
): ReadObservation => {
  const { start, end, ...rest } = draft
  const { page, line, box, path, recognised } = locator.place({ start, end })
  const evidence = {
    ...{ start, end, line, quote, cell: place, ...legible(recognised) },
    page: cell.page ?? page,
    box: recognised === null ? (cell.box ?? box) : box,
    path: cell.path ?? (path === null ? null : `${path}/c${cell.column + 1}`),
  }
  return {
    ...{ id: `o${start}`, ...rest, area: area ?? documentArea },
    ...{ source, evidence, confidence: sureness(draft, recognised, rules) },
  }
}

const legible = (recognised: number | null): { recognised?: number } => (recognised === null ? {} : { recognised })

/** How many characters of a quote stand before its number and behind it, at most. */
const QUOTE_BEFORE = 80
const QUOTE_BEHIND = 60

/** A part of a sentence shorter than this says too little alone. */
const QUOTE_PART = 24

/** The words around the number that a reader wants to see with it: whole words, of its sentence, and of its part of the sentence. */
const quoteOf = (text: string, start: number, end: number): string => {
  const whole = text.slice(Math.max(0, start - QUOTE_BEFORE), start)
  const before = start > QUOTE_BEFORE ? whole.slice(whole.search(/\s/) + 1) : whole
  const part = Math.max(before.lastIndexOf('; '), before.lastIndexOf(': '))
  const from = Math.max(before.lastIndexOf('. '), before.length - part >= QUOTE_PART ? part : -1)
  const rest = text.slice(end, end + QUOTE_BEHIND)
  const after = end + QUOTE_BEHIND < text.length ? rest.replace(/\S+$/, '') : rest
  const to = after.search(/[.;](?:\s|$)/)
  return `${before.slice(from < 0 ? 0 : from + 2)}${text.slice(start, end)}${to >= 0 ? after.slice(0, to) : after}`.trim()
}

/** A page number or a head that was printed again between two parts of a table. */
const isWithin = ({ start, end }: Span, spans: readonly Span[]): boolean =>
  spans.some(span => span.start <= start && end <= span.end)
