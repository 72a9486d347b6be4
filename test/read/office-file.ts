import { readFileSync } from 'node:fs'
import { CFB } from '@e965/xlsx'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { readDocument } from '../../src/read/read.ts'
import type { ReadResult, SourceDocument } from '../../src/read/source-document.ts'

export const officeFile = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/office/${name}`, import.meta.url))

export const documentFile = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url))

export const read = (bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<ReadResult> => readDocument(bytes, limits)

/** The document; a test that meets a problem fails with it. */
export function documentOf(result: ReadResult): SourceDocument {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.document
}

/** The code of the problem and its details. */
export const problemOf = (result: ReadResult): string =>
  result.ok ? 'read' : `${result.problem.code} ${Object.values(result.problem.details).join(' ')}`.trim()

/** The cells of all tables with their places. */
export const cellsOf = ({ text, tables }: SourceDocument) =>
  tables.map(({ cells }) =>
    cells.map(({ row, column, rowSpan, columnSpan, start, end }) => ({
      ...{ row, column, rowSpan, columnSpan },
      text: text.slice(start, end),
    })),
  )

/** A compound file with these streams. */
export function compoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content)
  return CFB.write(file, { type: 'buffer' })
}

/** The same compound file with one of its streams changed. */
export function withStream(bytes: Buffer, name: string, change: (content: Buffer) => Buffer): Buffer {
  const file = CFB.read(bytes, { type: 'buffer' })
  const entry = CFB.find(file, `/${name}`)
  entry.content = change(Buffer.from(entry.content))
  entry.size = entry.content.length
  return CFB.write(file, { type: 'buffer' })
}
