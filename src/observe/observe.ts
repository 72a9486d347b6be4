import type { DocumentHeader, NumeralClass, Observation, Reference } from '../contract/index.ts'
import { type LexedBlock, lexBlock } from '../lex/lex-block.ts'
import { inferConvention } from '../lex/parse-number.ts'
import type { Block } from '../outline/block.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import { type Context, contextOf } from './context.ts'
import { documentTime } from './document-time.ts'
import type { Draft } from './draft.ts'
import { Locator } from './locator.ts'
import { observeBlock } from './observe-block.ts'

/** A stretch of the text as read whose numerals are accounted for. */
export interface Accounted {
  readonly start: number
  readonly end: number
  readonly class: NumeralClass
}

export interface Observed {
  readonly observations: Observation[]
  /** What became of stretches with numerals, in no order; stretches may nest, the first given wins. */
  readonly accounted: Accounted[]
}

/**
 * All statistics of a document's running text.
 * @param references every document that the text names, with spans in the text as read
 */
export const observe = (
  source: SourceDocument,
  blocks: readonly Block[],
  header: DocumentHeader,
  rules: RuleSet,
): Observed => {
  const convention = inferConvention(source.text)
  const locator = new Locator(source)
  const references = [...header.references].sort((a, b) => a.start - b.start)
  const lexed = new Map<Block, LexedBlock>()
  const lex = (block: Block): LexedBlock => {
    const known = lexed.get(block)
    if (known) return known
    const made = lexBlock(block.content, within(references, block), rules, convention)
    lexed.set(block, made)
    return made
  }
  const document = documentTime(header, horizonOf(blocks, lex, header, rules), isDated(blocks, lex, header))
  const contexts = new Map<Block, Context>()
  const contextFor = (block: Block): Context => {
    const known = contexts.get(block)
    if (known) return known
    const made = contextOf(block, lex(block).terms, rules)
    contexts.set(block, made)
    return made
  }

  const title = blocks.filter(b => b.element === 'title').map(b => titleContext(contextFor(b)))
  const observations: Observation[] = []
  const accounted: Accounted[] = []
  for (const block of blocks) {
    if (!/\d|\p{L}/u.test(block.content.text)) continue
    const { content } = block
    if (block.zone !== 'body' || block.kind === 'row') continue
    if (!hasNumber(content.text)) continue
    const { terms, setAside } = lex(block)
    const above = [...ancestors(blocks, block).map(contextFor), ...title]
    const drafts = observeBlock({ content, terms, above, document, rules })
    for (const d of drafts) observations.push(finish(d, block, header, locator))
    for (const s of setAside) accounted.push({ class: s.class, ...sourceSpan(content, s.start, s.end) })
    for (const t of terms) if (t.time) accounted.push({ class: 'date', ...sourceSpan(content, t.start, t.end) })
    // a number inside a name of a unit or a per-phrase goes with its quantity
    for (const t of terms)
      if (t.quantity) accounted.push({ class: 'observation', ...sourceSpan(content, t.start, t.end) })
  }
  return { observations, accounted }
}

/** A title passes on the branch that the whole document is about; its years are the document's own. */
const titleContext = (context: Context): Context => ({ ...context, time: null, status: null, subject: null })

/** The year that most of the text's periods name, where the title plans for none. */
const horizonOf = (
  blocks: readonly Block[],
  lex: (block: Block) => LexedBlock,
  header: DocumentHeader,
  rules: RuleSet,
): number | null => {
  if (header.plans !== null) return null
  const issued = header.issued ? Number(header.issued.slice(0, 4)) : 0
  const named = new Map<number, number>()
  for (const block of blocks) {
    if (block.zone !== 'body' || block.kind === 'row' || !hasNumber(block.content.text)) continue
    for (const { time, tags } of lex(block).terms) {
      if (time?.kind !== 'year' || time.year === null || time.year <= issued) continue
      if (!hasTag(tags, rules.vocabulary.id.Baseline)) named.set(time.year, (named.get(time.year) ?? 0) + 1)
    }
  }
  return [...named].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null
}

/** Whether the text dates its figures to a day of the year of issue. */
const isDated = (blocks: readonly Block[], lex: (block: Block) => LexedBlock, header: DocumentHeader): boolean => {
  const issued = header.issued ? Number(header.issued.slice(0, 4)) : null
  return blocks.some(
    block =>
      block.zone === 'body' &&
      block.kind !== 'row' &&
      hasNumber(block.content.text) &&
      lex(block).terms.some(({ time }) => time?.kind === 'day' && time.year === issued && time.month < 12),
  )
}

/** Digits, or one of the number words that may count something. */
const hasNumber = (text: string) => /\d|hai|ba|bốn|sáu|bảy|tám|chín|mười/iu.test(text)

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

const finish = (d: Draft, block: Block, header: DocumentHeader, locator: Locator): Observation => {
  const { start, end, ...rest } = d
  const place = sourceSpan(block.content, start, end)
  const { page, line, box, path } = locator.place(place)
  const quote = quoteOf(block.content.text, start, end)
  const evidence = { start: place.start, end: place.end, page, line, box, path, quote, cell: null }
  return { id: `o${place.start}`, ...rest, ...{ area: header.area, source: null, evidence } }
}

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
