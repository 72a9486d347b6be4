import { type Problem, problem } from '../../problem.ts'
import { readStream } from '../office/cfb-streams.ts'
import { wordVersion } from '../office/word-defect.ts'
import { TABLES, tableAt, tableStreamName, type WordStreams } from './file-block.ts'
import { readPieces } from './pieces.ts'

/** The file information block of Word 97 is as long as this at least. */
const BLOCK = 0x1aa

export type OpenedWord = { readonly streams: WordStreams } | { readonly problem: Problem }

/** Opens the streams of a .doc of Word 97 to 2003. Problems: `damaged-file`, `missing-tool` (a file of Word 6 or 95). */
export function openWordStreams(bytes: Uint8Array): OpenedWord {
  const document = readStream(bytes, '/WordDocument')
  if ('error' in document) return damaged(document.error)
  if (wordVersion(document.data) === 95) {
    return { problem: problem('missing-tool', { tool: 'LibreOffice', packages: 'libreoffice-writer' }) }
  }
  if (document.data.length < BLOCK) return damaged('the document stream is cut off')
  const table = readStream(bytes, `/${tableStreamName(document.data)}`)
  if ('error' in table) return damaged(table.error)
  const data = readStream(bytes, '/Data')
  return {
    streams: {
      document: document.data,
      table: table.data,
      data: 'error' in data ? Buffer.alloc(0) : data.data,
    },
  }
}

/** Whether the pieces of a .doc's text all lie in the file. LibreOffice reads what is there and says nothing of the rest. */
export function holdsAllText(bytes: Uint8Array): boolean {
  const word = openWordStreams(bytes)
  if ('problem' in word) return word.problem.code === 'missing-tool'
  return readPieces(tableAt(word.streams, TABLES.pieces), word.streams.document) !== null
}

const damaged = (detail: string): OpenedWord => ({ problem: problem('damaged-file', { detail }) })
