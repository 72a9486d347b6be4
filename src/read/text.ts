import type { Span } from '../contract/index.ts'
import { problem } from '../problem.ts'
import { detect } from '../repair/encodings/detect.ts'
import { decodeWindows1252 } from '../repair/encodings/windows-1252.ts'
import { decodeText, unicodeEncodingOf } from './decode-text.ts'
import { pageNumberLines } from './page-numbers.ts'
import type { ReadResult, SourceLine } from './source-document.ts'
import { textTables } from './text-tables/text-tables.ts'

/** `\r\n`, `\n` and `\r` end a line, and so does a form feed, the page break of plain text. */
const LINE_BREAK = /\r\n|[\n\r\f]/g

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Reads plain text and Markdown in UTF-8 (or UTF-16 with its byte order mark), or in a Vietnamese encoding from before Unicode.
 * `text` is the decoded file unchanged, a byte order mark and `\r` included; the first line starts after the mark. Old
 * encodings are shown as windows-1252 shows them, one UTF-16 unit a byte; the repair stage reads them.
 * Problems: `not-utf8` with the offset of the first bad byte (from 0).
 */
export function readText(bytes: Uint8Array): ReadResult {
  const decoded = decodeText(bytes)
  const text = 'text' in decoded ? decoded.text : legacyText(bytes)
  if (text === null)
    return { ok: false, problem: problem('not-utf8', { offset: 'invalidAt' in decoded ? decoded.invalidAt : 0 }) }
  const lines = linesOf(text)
  return {
    ok: true,
    document: {
      mediaType: 'text/plain',
      readBy: 'text',
      encoding: 'unicode',
      text,
      pages: null,
      lines,
      tables: textTables(text, lines),
      messages: [],
    },
  }
}

/** Bytes as windows-1252 shows them, where they are Vietnamese in one of the old encodings; else null. */
const legacyText = (bytes: Uint8Array): string | null => {
  if (unicodeEncodingOf(bytes) !== 'utf-8') return null
  const text = decodeWindows1252(bytes)
  return detect(text, linesOf(text)).parts.length > 0 ? text : null
}

/** The lines of a plain text, without their breaks; nothing else of the text is outside a line but a byte order mark. */
export function linesOf(text: string): SourceLine[] {
  const spans: Span[] = []
  let start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    spans.push({ start, end: lineBreak.index })
    start = lineBreak.index + lineBreak[0].length
  }
  spans.push({ start, end: text.length })
  const numbers = pageNumberLines(spans.map(span => text.slice(span.start, span.end)))
  return spans.map((span, index) => ({
    ...span,
    page: null,
    box: null,
    role: numbers.has(index) ? 'page-number' : 'body',
    wrapped: null,
    path: null,
  }))
}
