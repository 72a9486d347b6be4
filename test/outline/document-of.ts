import { readFileSync } from 'node:fs'
import type { SourceDocument, SourceLine } from '../../src/read/source-document.ts'

/** A text file as the reader gives it: lines set apart by line feeds, nothing known of pages and wrapping. */
export const documentOf = (text: string): SourceDocument => {
  const lines: SourceLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    lines.push({ start, end, page: null, box: null, role: 'body', wrapped: null, path: null })
    start = end + 1
  }
  const none = { pages: null, tables: [], messages: [] }
  return { mediaType: 'text/plain', readBy: 'text', encoding: 'unicode', text, lines, ...none }
}

/** One of the gold documents in `fixtures/gold/`. */
export const goldDocument = (name: string): SourceDocument =>
  documentOf(readFileSync(new URL(`../../fixtures/gold/${name}.txt`, import.meta.url), 'utf8'))
