import type { Encoding, Message } from '../contract/index.ts'
import type { SourceDocument, SourceLine } from '../read/source-document.ts'
import { textTables } from '../read/text-tables/text-tables.ts'
import { composeEdits, EditedText, type TextEdit } from './edits.ts'
import { restoreBlanked } from './encodings/blanked-letter.ts'
import { capitalEdits } from './encodings/capitals.ts'
import { type Detected, detect } from './encodings/detect.ts'
import { decode } from './encodings/encoding.ts'
import { restoreHorns } from './encodings/lost-horn.ts'
import { restoreLostLetters } from './encodings/lost-letters.ts'
import { doubledHorns, smallA } from './encodings/slips.ts'
import { undoSecondDecoding } from './encodings/twice-decoded.ts'
import { undisguise } from './encodings/utf8-in-disguise.ts'
import { repairHeadingNumerals } from './labels/heading-numerals.ts'
import { repairLabelStops } from './labels/label-stops.ts'
import { moveDocument } from './move-document.ts'
import {
  BLANKED,
  CAPITALS,
  DAMAGED_WORDS,
  DOUBLED_HORNS,
  decodedFrom,
  HEADING_NUMERALS,
  HORNS,
  LABEL_STOPS,
  LOST_LETTERS,
  SMALL_A,
  STRAY_STOPS,
  twiceDecoded,
  UTF8,
} from './repair-kinds.ts'
import { type RepairKind, repairMessage } from './repair-messages.ts'
import { repairDamagedWords } from './words/damaged-words.ts'
import { repairStrayStops } from './words/stray-stops.ts'
import type { Terms } from './words/terms.ts'

/** A document in readable Unicode, and the way back to what was read. */
export interface RepairedDocument {
  /** Its text repaired; lines, cells, tables, fonts and messages point into that. */
  readonly document: SourceDocument
  /** The edits of the text as read that made it; null where nothing had to be done. */
  readonly edited: EditedText | null
}

export interface RepairOptions {
  /** The terms by which words that a scan damaged are known; without them such words stay. */
  readonly terms?: Terms
  /** Whether the small letters of capital fonts become capitals, as they are shown; else they stay as they were typed. */
  readonly capitalFonts: boolean
}

/**
 * Brings the whole text of a document to Unicode: encodings from before it, and what conversions damaged. Digits are never
 * changed, but where one stands for a stroke of a heading's Roman numeral on a page that was read from its image. Each kind of
 * repair is one message. A document in sound Unicode comes back as it is. Linear in the text.
 */
export const repairDocument = (
  document: SourceDocument,
  options: RepairOptions = { capitalFonts: true },
): RepairedDocument => {
  const detected = detect(document.text, document.lines, document.fonts)
  const work = new Work(document)
  if (detected.parts.length > 0 || looksDamaged(document.text, detected)) toUnicode(work, detected, options)
  if (options.terms !== undefined) {
    work.apply(repairDamagedWords(work.text, options.terms), DAMAGED_WORDS)
    work.apply(repairStrayStops(work.text, recognisedLines(work.document), options.terms), STRAY_STOPS)
  }
  work.apply(repairHeadingNumerals(work.text, recognisedLines(work.document)), HEADING_NUMERALS)
  work.apply(repairLabelStops(work.text, recognisedLines(work.document)), LABEL_STOPS)
  return work.finish(encodingOf(detected))
}

const toUnicode = (work: Work, detected: Detected, options: RepairOptions): void => {
  decodeParts(work, detected, options)
  if (detected.parts.length === 0) {
    work.apply(undisguise(work.text), UTF8)
    const twice = undoSecondDecoding(work.text, work.document.lines)
    if (twice) work.apply(twice.edits, twiceDecoded(twice.conversion))
    work.apply(restoreLostLetters(work.text), LOST_LETTERS)
  }
  work.apply(doubledHorns(work.text), DOUBLED_HORNS)
  work.apply(smallA(work.text), SMALL_A)
}

/** The lines of the pages that were read from images. */
const recognisedLines = ({ lines, readBy, readByPage }: SourceDocument): readonly SourceLine[] =>
  lines.filter(({ page }) => (page === null ? readBy : (readByPage?.[page - 1] ?? readBy)) === 'ocr')

/** Sound text holds hardly a word that is none; names and abbreviations in small letters are such. */
const MOST_BAD_WORDS = 2

const looksDamaged = (text: string, { asItStands: { bad, rare } }: Detected): boolean =>
  bad + rare > MOST_BAD_WORDS || SLIP.test(text) || (text.match(CUT_WORDS)?.length ?? 0) > MOST_BAD_WORDS

/** What `slips.ts` looks for. */
const SLIP = /[ưƯ]{2}|\p{Lu}à(?!\p{L})/u

/** Words of consonants only, as dropped letters leave them. */
const CUT_WORDS = /(?<![\p{L}\d.])\p{Lu}?[bcdđghklmnpqrstvx]{2,5}(?![\p{L}\d.])/gu

const decodeParts = (work: Work, { parts }: Detected, { capitalFonts }: RepairOptions): void => {
  if (parts.length === 0) return
  const { text } = work
  for (const name of new Set(parts.map(part => part.encoding.name))) {
    const mine = parts.filter(part => part.encoding.name === name)
    work.describe(
      decodedFrom(name),
      new EditedText(
        text,
        mine.flatMap(p => decode(p.encoding, text, p.start, p.end)),
      ),
    )
  }
  work.apply(
    parts.flatMap(part => decode(part.encoding, text, part.start, part.end)),
    null,
  )
  const moved = () => parts.map(part => ({ ...part, ...work.edited.forward(part) }))
  work.apply(restoreBlanked(work.text, moved()), BLANKED)
  work.apply(restoreHorns(work.text, moved()), HORNS)
  work.apply(capitalEdits(work.text, moved(), capitalFonts), CAPITALS)
}

/** A part of a document that holds so few words in Unicode is not called mixed. */
const FEW_WORDS = 3
const FEW_SHARE = 0.02

const encodingOf = ({ parts, unicodeWords }: Detected): Encoding => {
  const names = [...new Set(parts.map(part => part.encoding.name))]
  const [name] = names
  if (name === undefined) return 'unicode'
  const length = parts.reduce((sum, { start, end }) => sum + end - start, 0)
  const some = unicodeWords > FEW_WORDS && unicodeWords * 6 > FEW_SHARE * length
  return names.length > 1 || some ? 'mixed' : name
}

/** A text under repair, step by step. */
class Work {
  readonly #read: SourceDocument
  readonly #messages: Message[] = []
  edited: EditedText
  document: SourceDocument

  constructor(document: SourceDocument) {
    this.#read = document
    this.document = document
    this.edited = new EditedText(document.text, [])
  }

  get text(): string {
    return this.edited.text
  }

  /** @param kind what the message says of the edits; null for none */
  apply(edits: readonly TextEdit[], kind: RepairKind | null): void {
    if (edits.length === 0) return
    if (kind) this.describe(kind, new EditedText(this.text, edits))
    this.edited = new EditedText(this.#read.text, composeEdits(this.edited, edits))
    this.document = moveDocument(this.#read, this.edited)
  }

  describe(kind: RepairKind, edited: EditedText): void {
    if (edited.made.length > 0) this.#messages.push(repairMessage(kind, edited))
  }

  finish(encoding: Encoding): RepairedDocument {
    const { document, edited } = this
    if (edited.made.length === 0)
      return { document: encoding === this.#read.encoding ? this.#read : { ...this.#read, encoding }, edited: null }
    // columns of blanks stand under each other only where each letter is one character
    const tables = document.readBy === 'text' ? textTables(document.text, document.lines) : document.tables
    return { document: { ...document, encoding, tables, messages: [...document.messages, ...this.#messages] }, edited }
  }
}
