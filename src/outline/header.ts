import type { DocumentHeader, DocumentKind, Period } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { fold } from '../repair/fold.ts'
import type { Block } from './block.ts'
import { kindByName } from './document-rules.ts'
import { readIssuer } from './header/issuer.ts'
import { readKind } from './header/kind.ts'
import { readNumber } from './header/number.ts'
import { type Direction, monthsReported, titlePeriods } from './header/periods.ts'
import { readPlaceDate } from './header/place-date.ts'
import { readRecipients } from './header/recipients.ts'
import { findReferences } from './header/references.ts'
import { readSigner } from './header/signer.ts'

/**
 * Reads the header fields of a document (thể thức văn bản) from its blocks; each is null, or empty, where the document
 * leaves it out. References carry offsets into `document.text`.
 */
export const readHeader = (blocks: readonly Block[], document: SourceDocument): DocumentHeader => {
  const text = (element: Block['element']): string =>
    blocks.find(block => block.element === element)?.content.text ?? ''
  const { number, symbol } = readNumber(text('number'))
  const { place, issued } = readPlaceDate(text('place-date'))
  const kind = readKind(blocks, symbol)
  const title = readTitle(text('type') === '' ? withoutKind(text('title')) : text('title'), text('subject'))
  return {
    kind,
    number,
    symbol,
    ...readIssuer(blocks, place, issued),
    place,
    issued,
    title,
    ...readPeriods(blocks, kind, title),
    signer: readSigner(blocks),
    recipients: readRecipients(blocks),
    references: readReferences(blocks, number, document.text.length),
  }
}

const readTitle = (title: string, subject: string): string | null =>
  (title || subject.replace(/^(?:V\s?\/\s?v|Về việc)\s?:?\s*/iu, '')).replace(/[\s.]+$/u, '') || null

/** The title of a document whose type stands on the same line: `BÁO CÁO TÌNH HÌNH …`. */
const withoutKind = (title: string): string => {
  const name = [...kindByName.keys()]
    .filter(kind => fold(title).startsWith(`${kind} `))
    .sort((a, b) => b.length - a.length)[0]
  return name === undefined ? title : title.slice(name.length).trim()
}

const readReferences = (blocks: readonly Block[], own: string | null, length: number): DocumentHeader['references'] =>
  blocks
    .filter(block => block.element !== 'number' && block.element !== 'place-date')
    .flatMap(block => findReferences(block.content))
    .filter(reference => reference.number !== own && reference.end <= length)

/** Where a title does not say whether it looks back or ahead, the type of the document does. */
const DIRECTION_OF_KIND: Record<DocumentKind, Direction | null> = {
  plan: 'plans',
  report: 'reports',
  decision: null,
  resolution: 'plans',
  programme: 'plans',
  scheme: 'plans',
  directive: 'plans',
  decree: null,
  circular: null,
  conclusion: null,
  submission: null,
  notice: null,
  guidance: null,
  official_letter: null,
  law: null,
  other: null,
}

const HEADING_LEVELS: ReadonlySet<string | null> = new Set(['annex', 'part', 'chapter', 'capital', 'roman'])

const readPeriods = (
  blocks: readonly Block[],
  kind: DocumentKind,
  title: string | null,
): Record<Direction, Period | null> => {
  const found: Record<Direction, Period | null> = { reports: null, plans: null }
  for (const { direction, period } of titlePeriods(title ?? '')) {
    const side = direction ?? DIRECTION_OF_KIND[kind]
    if (side !== null) found[side] ??= period
  }
  const headings = blocks.filter(block => block.kind === 'heading' && HEADING_LEVELS.has(block.level))
  for (const { content } of headings) {
    for (const { direction, period } of titlePeriods(content.text)) if (direction !== null) found[direction] ??= period
  }
  if (/^\d{4}$/.test(found.reports ?? '')) {
    const year = found.reports ?? ''
    const months = monthsReported(
      blocks.filter(block => block.zone === 'body').map(block => block.content.text),
      year,
    )
    if (months !== null) found.reports = `${year}-01/${year}-${String(months).padStart(2, '0')}`
  }
  return found
}
