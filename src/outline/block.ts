import type { OutlineLevel, Span } from '../contract/index.ts'
import type { MappedText } from '../repair/mapped-text.ts'

/**
 * The zones of an administrative document (thể thức): everything before the body, the body, the signature and recipients,
 * and annexes. Numbers in the head and the foot are no statistics.
 */
export type Zone = 'head' | 'body' | 'foot'

/**
 * - `heading`: a line that opens a section (Phần thứ nhất, I., 1., a) with a short title; an annex title)
 * - `item`: a list item or a numbered paragraph that holds running text
 * - `paragraph`: running text without a marker
 * - `row`: a row of a table (cells set apart by tabs)
 */
export type BlockKind = 'heading' | 'item' | 'paragraph' | 'row'

/** What a block of the head or the foot is in the form of the document; `annex` opens an annex in the body. */
export type Element =
  | 'nation'
  | 'motto'
  | 'party'
  | 'agency'
  | 'number'
  | 'place-date'
  | 'secrecy'
  | 'type'
  | 'title'
  | 'subject'
  | 'addressee'
  | 'authority'
  | 'preamble'
  | 'enacting'
  | 'capacity'
  | 'position'
  | 'signed'
  | 'name'
  | 'recipients'
  | 'recipient'
  | 'annex'
  | 'other'

/**
 * A paragraph as its author wrote it: lines broken by the page or the margin are joined again. Blocks are in reading order
 * and cover every body line of the document; running heads and page numbers belong to none.
 */
export interface Block {
  readonly kind: BlockKind
  readonly zone: Zone
  /** Of headings and items. */
  readonly level: OutlineLevel | null
  /** The marker as written (`a)`, `2.1.`, `-`, `Phần thứ nhất`) and its place in the text as read; null without one. */
  readonly label: string | null
  readonly labelSpan: Span | null
  /** Everything after the marker. */
  readonly content: MappedText
  /** Index of the block under which this one stands: the nearest heading, item or lead-in (`…:`) of a higher level. */
  readonly parent: number | null
  /** In the head and the foot, and of annex headings. */
  readonly element?: Element
  /** The marker that a damaged one stands for: `đ)` for the second of two `d)`. */
  readonly meant?: string
}
