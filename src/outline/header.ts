import type { DocumentHeader } from '../contract/index.ts'
import type { SourceDocument } from '../read/source-document.ts'
import { fold } from '../repair/fold.ts'
import type { Block } from './block.ts'
import { kindByName } from './document-rules.ts'
import { readIssuer } from './header/issuer.ts'
import { readKind } from './header/kind.ts'
import { readNumber } from './header/number.ts'
import { readPeriods } from './header/periods.ts'
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
    ...readPeriods(blocks, kind, title, issued),
    signer: readSigner(blocks),
    recipients: readRecipients(blocks),
    references: readReferences(blocks, number, document.text.length),
  }
}

const readTitle = (title: string, subject: string): string | null =>
  (title || subject.replace(/^Về việc\s?:?\s*/iu, '')).replace(/^V\s?\/\s?v\s?:?\s*/iu, '').replace(/[\s.]+$/u, '') ||
  null

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
