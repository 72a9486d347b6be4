import { createHash } from 'node:crypto'
import { check } from './check/check.ts'
import type { Extraction, Message, ReadObservation, ScannedWord } from './contract/index.ts'
import { writingOf } from './lex/lex-block.ts'
import { sureness } from './observe/confidence.ts'
import { accountFor, accountsOf } from './observe/numerals.ts'
import { type Accounted, observe } from './observe/observe.ts'
import { LexedCells } from './observe/table/lexed-cells.ts'
import type { Watch } from './observe/watch.ts'
import { buildBlocks } from './outline/blocks.ts'
import { readHeader } from './outline/header.ts'
import { buildOutline } from './outline/outline.ts'
import type { Problem } from './problem.ts'
import { DEFAULT_OCR, type OcrSettings } from './read/ocr/ocr-settings.ts'
import type { OnPages } from './read/pages-read.ts'
import { readDocument } from './read/read.ts'
import type { SourceDocument, SourceWord } from './read/source-document.ts'
import { asRead } from './repair/as-read.ts'
import { repairDocument } from './repair/repair-document.ts'
import { loadRules, type RuleSet } from './rules/rule-set.ts'
import { Stopwatch, type Timings } from './stopwatch.ts'
import type { TableModel } from './table/table-model.ts'
import { tablesOf } from './table/tables.ts'
import { toTable } from './table/to-table.ts'
import { readVersion } from './version.ts'

/** Limits on one document; what exceeds them is refused with a problem that names the limit. */
export interface Limits {
  readonly maxBytes: number
  readonly maxPages: number
  /** UTF-16 units of text. */
  readonly maxCharacters: number
  /** How page images are read; `DEFAULT_OCR` where it is not given. */
  readonly ocr?: OcrSettings
  /** Told at first and after each page how many were read; of documents that have pages. */
  readonly onPages?: OnPages
}

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 50 * 1024 * 1024,
  maxPages: 2_000,
  maxCharacters: 20_000_000,
  ocr: DEFAULT_OCR,
}

export type ExtractResult =
  | {
      readonly ok: true
      readonly extraction: Extraction
      /** What the stages took; not there where the reading was not measured. */
      readonly timings?: Timings
    }
  | { readonly ok: false; readonly problem: Problem }

let shipped: RuleSet | null = null

/** The rules that come with the program, loaded once. */
export const shippedRules = (): RuleSet => {
  shipped ??= loadRules()
  return shipped
}

/**
 * The whole journey of one document: bytes in, records out.
 * @param bytes the file's content; its type is told from the bytes, never from the name
 * @param name the file's name, kept in the record only
 * @param rules those that come with the program, unless others are tried
 * @returns the extraction, or the problem for which the file cannot be read (see `readDocument`)
 */
export async function extract(
  bytes: Uint8Array,
  name: string,
  limits: Limits = DEFAULT_LIMITS,
  rules: RuleSet = shippedRules(),
): Promise<ExtractResult> {
  const stopwatch = new Stopwatch()
  const read = await readDocument(bytes, limits)
  if (!read.ok) return read
  stopwatch.ended('read')
  const repaired = repairDocument(read.document, { capitalFonts: true, terms: rules.terms })
  const { document } = repaired
  stopwatch.ended('repair')
  const { header, ...rest } = understand(document, rules, { outlined: () => stopwatch.ended('outline') })
  stopwatch.ended('observe')
  const understood = {
    document: {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name,
      mediaType: document.mediaType,
      bytes: bytes.length,
      pages: document.pages?.length ?? null,
      readBy: document.readBy,
      ...(document.readByPage === undefined ? {} : { readByPage: [...document.readByPage] }),
      encoding: document.encoding,
      ...header,
    },
    text: document.text,
    repairs: [],
    ...rest,
  }
  const extraction = await checked(understood, rules)
  const asItWasRead = repaired.edited ? asRead(extraction, repaired.edited) : extraction
  stopwatch.ended('check')
  return { ok: true, extraction: asItWasRead, timings: stopwatch.timings() }
}

/** The last stage: what was read with its checks, and with the engine that did it. */
const checked = async (
  read: Omit<Extraction, 'flags' | 'engine' | 'observations'> & { readonly observations: readonly ReadObservation[] },
  rules: RuleSet,
): Promise<Extraction> => {
  const { flags, support } = await check(read, rules.checks)
  return {
    ...read,
    observations: read.observations.map(o => ({ ...o, support: support.get(o.id) ?? 0 })),
    flags,
    engine: { version: readVersion(), rules: rules.digest },
  }
}

/**
 * The stages that need no reading, over an extraction that is there: how sure each observation is, and the checks. What comes out
 * is what reading the original with these rules would give, as long as they read it alike.
 * @param extraction of a document that needed no repair: `repairs` is empty, for checks look at the repaired text
 */
export const judgeAnew = (extraction: Extraction, rules: RuleSet): Promise<Extraction> =>
  checked(
    {
      ...extraction,
      observations: extraction.observations.map(o => ({
        ...o,
        confidence: sureness(o, o.evidence.recognised ?? null, rules),
      })),
    },
    rules,
  )

/**
 * The stages after the repair of the whole text, all pure: outline, lex, observe, and the account of every numeral.
 * @param watch told what the result rests on, where somebody asks why
 */
export const understand = (document: SourceDocument, rules: RuleSet, watch?: Watch) => {
  const blocks = buildBlocks(document)
  watch?.outlined?.(blocks)
  const header = readHeader(blocks, document)
  const cells = new LexedCells(rules, writingOf(document.text, rules))
  const tables = tablesOf(document, blocks, rules.tableWords, text => cells.unit(text) !== null)
  const { observations, accounted, damaged } = observe(document, blocks, header, tables, cells, watch)
  const references = header.references.map(
    ({ start, end }): Accounted => ({ start, end, class: 'reference', as: 'reference' }),
  )
  const accounts = accountsOf(document, blocks, [...references, ...accounted])
  watch?.accounted?.(accounts)
  const numerals = accountFor(document, accounts)
  return {
    header,
    outline: buildOutline(blocks, document),
    tables: tables.map(toTable),
    observations,
    numerals,
    messages: [...document.messages, ...(damaged ? [MARKS_LOST] : []), ...tables.flatMap(rowsMoved)],
    ...(document.words === undefined ? {} : { words: document.words.map(scanned) }),
  }
}

/** Hundredths of a point are finer than any scan. */
const scanned = ({ start, end, page, box: [left, top, right, bottom] }: SourceWord): ScannedWord => ({
  ...{ start, end, page },
  box: [hundredths(left), hundredths(top), hundredths(right), hundredths(bottom)],
})

const hundredths = (points: number): number => Math.round(points * 100) / 100

/** Words that lost their marks were read as what they may have been. */
const MARKS_LOST: Message = {
  level: 'warning',
  code: 'marks-lost',
  text: {
    vi: 'Văn bản bị mất dấu nhiều chỗ (bản quét kém); các từ mất dấu được đọc theo từ có dấu gần nhất, cần đối chiếu với bản gốc.',
    en: 'The text has lost diacritics in many places (a poor scan); such words are read as the nearest word with marks. Compare them with the original.',
  },
}

/** A table that had lost cells was put right. */
const rowsMoved = ({ moved, start, end }: TableModel): Message[] =>
  moved.length === 0
    ? []
    : [
        {
          level: 'info',
          code: 'table-rows-moved',
          text: {
            vi: `${moved.length} dòng của bảng bị mất ô đầu; các ô còn lại được dịch sang phải một cột, cần đối chiếu với bản gốc.`,
            en: `${moved.length} rows of a table had lost their first cell; their other cells were moved one column to the right. Compare them with the original.`,
          },
          ...{ start, end },
        },
      ]
