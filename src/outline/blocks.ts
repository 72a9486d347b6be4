import type { OutlineLevel } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import type { MappedText } from '../repair/mapped-text.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import { repairSpans } from '../repair/repair-spans.ts'
import type { Block, BlockKind } from './block.ts'
import { ANNEX } from './form-patterns.ts'
import { type Below, isHeading } from './heading.ts'
import { readLines } from './line.ts'
import type { Marker } from './markers.ts'
import { meantLabels } from './meant-labels.ts'
import { type Nestable, nest } from './nesting.ts'
import { joinLines, type Paragraph, spansOf } from './paragraphs.ts'
import { placeLines } from './place-lines.ts'
import { joinTitles } from './titles.ts'

interface Draft extends Nestable {
  readonly paragraph: Paragraph
  readonly kind: BlockKind
  readonly level: OutlineLevel | null
  /** UTF-16 length of the marker in the repaired text, blanks after it included. */
  readonly labelLength: number
}

const PART_RANK = 1
const ROMAN_RANK = 5
const LONGEST_TITLE = 260

/**
 * Cuts a document into paragraphs as their author wrote them, tells headings from items and running text, and nests them.
 * Blocks come in reading order and hold every body line that has a letter or digit; their offsets are those of
 * `document.text`.
 */
export const buildBlocks = (document: SourceDocument): Block[] => {
  const paragraphs = joinTitles(joinLines(placeLines(readLines(document))))
  const titleLevels = levelsOfTitles(paragraphs)
  const drafts = paragraphs.map((paragraph, i) => draft(paragraph, paragraphs, i, titleLevels[i] ?? 'roman'))
  const parents = nest(drafts)
  const blocks = drafts.map((one, i) => {
    const inBody = one.paragraph.lines[0].zone === 'body'
    return finish(document.text, one, inBody ? (parents[i] ?? null) : null)
  })
  return meantLabels(blocks)
}

/** @param titleLevel the level of the paragraph, were it a title */
const draft = (paragraph: Paragraph, all: readonly Paragraph[], i: number, titleLevel: TitleLevel): Draft => {
  const [first] = paragraph.lines
  const leadsOver = /:["')]?$/.test(paragraph.text)
  const text: Draft = {
    paragraph,
    kind: 'paragraph',
    marker: null,
    rank: null,
    ordinal: null,
    level: null,
    labelLength: 0,
    leadsOver: leadsOver && first.zone === 'body',
  }
  if (first.row) return { ...text, kind: 'row', leadsOver: false }
  if (first.element === 'annex') {
    const labelLength = ANNEX.exec(first.folded)?.[0].length ?? 0
    return { ...text, kind: 'heading', level: 'annex', marker: 'annex', rank: 0, labelLength, leadsOver: false }
  }
  const { marker } = first
  const listed = first.zone === 'body' || first.element === 'recipient' || first.element === 'addressee'
  if (marker !== null && listed) {
    const kind = first.zone === 'body' && isHeading(marker, paragraph, below(marker, all, i)) ? 'heading' : 'item'
    const { level, rank, ordinal } = marker
    return { paragraph, kind, level, marker: marker.kind, rank, ordinal, labelLength: marker.length, leadsOver }
  }
  if (first.zone === 'body' && isSectionTitle(paragraph)) {
    const rank = titleLevel === 'part' ? PART_RANK : ROMAN_RANK
    return { ...text, kind: 'heading', level: titleLevel, marker: 'title', rank, leadsOver: false }
  }
  return text
}

/** A line without a marker that stands as the title of a section: in capitals, or stressed as a whole. */
const isSectionTitle = ({ lines, text }: Paragraph): boolean => {
  if (text.length > LONGEST_TITLE || /[.;,]$/.test(text)) return false
  return (
    lines.every(line => line.upper) ||
    (lines.every(line => line.stressed) && !/[:)]$/.test(text) && !/\d [\p{L}%]/u.test(text))
  )
}

type TitleLevel = 'part' | 'roman'

/** For each paragraph the level that a title has there: above I., II. it stands for a part, above anything else for a section. */
const levelsOfTitles = (all: readonly Paragraph[]): TitleLevel[] => {
  const levels = new Array<TitleLevel>(all.length).fill('roman')
  let level: TitleLevel = 'roman'
  for (let i = all.length - 1; i >= 0; i--) {
    levels[i] = level
    const marker = all[i]?.lines[0].marker ?? null
    if (marker !== null && marker.rank <= 8)
      level = marker.level === 'roman' || marker.level === 'capital' ? 'part' : 'roman'
  }
  return levels
}

const below = (marker: Marker, all: readonly Paragraph[], i: number): Below => {
  const next = all[i + 1]?.lines[0]
  if (next === undefined || next.zone !== 'body' || next.element === 'annex') return 'nothing'
  return next.marker !== null && next.marker.rank <= marker.rank ? 'sibling' : 'content'
}

const finish = (source: string, one: Draft, parent: number | null): Block => {
  const { kind, level, labelLength, paragraph } = one
  const [first] = paragraph.lines
  const whole = repairSpans(source, spansOf(paragraph.lines), { keepTabs: kind === 'row' })
  const label = whole.text.slice(0, labelLength).trim()
  return {
    kind,
    zone: first.zone,
    level,
    label: label === '' ? null : label,
    labelSpan: label === '' ? null : sourceSpan(whole, 0, label.length),
    content: labelLength === 0 ? whole : from(whole, labelLength),
    parent,
    ...(first.element === null ? {} : { element: first.element }),
  }
}

/** The text from an index on; a blank that the join left at the beginning goes. */
const from = ({ text, starts, ends }: MappedText, index: number): MappedText => {
  const start = text.charAt(index) === ' ' ? index + 1 : index
  return { text: text.slice(start), starts: starts.slice(start), ends: ends.slice(start) }
}
