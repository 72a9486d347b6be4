import { createHash } from 'node:crypto'
import type { Extraction, Message, Table } from './contract/index.ts'
import { accountFor, accountsOf } from './observe/numerals.ts'
import { type Accounted, observe } from './observe/observe.ts'
import type { Watch } from './observe/watch.ts'
import { buildBlocks } from './outline/blocks.ts'
import { readHeader } from './outline/header.ts'
import { buildOutline } from './outline/outline.ts'
import type { Problem } from './problem.ts'
import { readDocument } from './read/read.ts'
import type { SourceDocument, SourceTable } from './read/source-document.ts'
import { loadRules, type RuleSet } from './rules/rule-set.ts'
import { readVersion } from './version.ts'

/** Limits on one document; what exceeds them is refused with a problem that names the limit. */
export interface Limits {
  readonly maxBytes: number
  readonly maxPages: number
  /** UTF-16 units of text. */
  readonly maxCharacters: number
}

export const DEFAULT_LIMITS: Limits = { maxBytes: 50 * 1024 * 1024, maxPages: 2_000, maxCharacters: 20_000_000 }

export type ExtractResult =
  | { readonly ok: true; readonly extraction: Extraction }
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
 * @returns the extraction, or the problem for which the file cannot be read (see `readDocument`)
 */
export async function extract(
  bytes: Uint8Array,
  name: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<ExtractResult> {
  const read = await readDocument(bytes, limits)
  if (!read.ok) return read
  const { document } = read
  const understood = understand(document, shippedRules())
  const { header, ...rest } = understood
  return {
    ok: true,
    extraction: {
      document: {
        sha256: createHash('sha256').update(bytes).digest('hex'),
        name,
        mediaType: document.mediaType,
        bytes: bytes.length,
        pages: document.pages?.length ?? null,
        readBy: document.readBy,
        encoding: document.encoding,
        ...header,
      },
      text: document.text,
      ...rest,
      flags: [],
      engine: { version: readVersion(), rules: shippedRules().digest },
    },
  }
}

/**
 * The stages after reading, all pure: outline, lex, observe, and the account of every numeral.
 * @param watch told what the result rests on, where somebody asks why
 */
export const understand = (document: SourceDocument, rules: RuleSet, watch?: Watch) => {
  const blocks = buildBlocks(document)
  watch?.outlined?.(blocks)
  const header = readHeader(blocks, document)
  const { observations, accounted, damaged } = observe(document, blocks, header, rules, watch)
  const references = header.references.map(
    ({ start, end }): Accounted => ({ start, end, class: 'reference', as: 'reference' }),
  )
  const accounts = accountsOf(document, blocks, [...references, ...accounted])
  watch?.accounted?.(accounts)
  const numerals = accountFor(document, accounts)
  const unread = blocks.filter(b => b.kind === 'row' && /\d/.test(b.content.text)).length
  return {
    header,
    outline: buildOutline(blocks, document),
    tables: document.tables.map((t, i) => toTable(t, i, document)),
    observations,
    numerals,
    messages: [...document.messages, ...(damaged ? [MARKS_LOST] : []), ...(unread > 0 ? [tableMessage(unread)] : [])],
  }
}

const toTable = (table: SourceTable, index: number, document: SourceDocument): Table => {
  const rows = new Map<number, Table['rows'][number]>()
  for (const cell of table.cells) {
    const row = rows.get(cell.row) ?? []
    row.push({ ...cell, more: undefined, text: document.text.slice(cell.start, cell.end) })
    rows.set(cell.row, row)
  }
  return {
    id: `t${index + 1}`,
    title: null,
    unit: null,
    page: table.page,
    header: [],
    rows: [...rows.values()],
    formulas: [],
  }
}

/** Words that lost their marks were read as what they may have been. */
const MARKS_LOST: Message = {
  level: 'warning',
  code: 'marks-lost',
  text: {
    vi: 'Văn bản bị mất dấu nhiều chỗ (bản quét kém); các từ mất dấu được đọc theo từ có dấu gần nhất, cần đối chiếu với bản gốc.',
    en: 'The text has lost diacritics in many places (a poor scan); such words are read as the nearest word with marks. Compare them with the original.',
  },
}

/** Cells are not read as statistics yet: their numbers stay unexplained, and the user is told. */
const tableMessage = (rows: number): Message => ({
  level: 'warning',
  code: 'table-not-read',
  text: {
    vi: `${rows} dòng của bảng biểu chưa được đọc thành số liệu; các số trong đó nằm ở mục chưa giải thích.`,
    en: `${rows} table rows are not read as statistics yet; their numbers are listed as unexplained.`,
  },
})
