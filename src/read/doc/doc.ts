import { type Problem, problem } from '../../problem.ts'
import { wordText } from '../docx/word-text.ts'
import { readStream } from '../office/cfb-streams.ts'
import { officeMissing } from '../office/office.ts'
import { readWithoutLibreOffice } from '../office/office-messages.ts'
import { wordVersion } from '../office/word-defect.ts'
import type { ReadResult } from '../source-document.ts'
import { tableStreamName } from './file-block.ts'
import { readWord97 } from './word-97.ts'

/** The file information block of Word 97 is as long as this at least. */
const BLOCK = 0x1aa

/**
 * Reads a .doc of Word 97 to 2003 without LibreOffice. Lines, paths and tables are those of `readDocx`; labels of automatic lists
 * are lost, which a message says.
 * @param why what became of LibreOffice
 * Problems: `damaged-file`, `needs-ocr` (pictures and no text), `missing-tool` (a file of Word 6 or 95).
 */
export function readDocText(bytes: Uint8Array, why: 'missing' | 'failed'): ReadResult {
  const document = readStream(bytes, '/WordDocument')
  if ('error' in document) return refuse(damaged(document.error))
  if (wordVersion(document.data) === 95) return refuse(officeMissing())
  if (document.data.length < BLOCK) return refuse(damaged('the document stream is cut off'))
  const table = readStream(bytes, `/${tableStreamName(document.data)}`)
  if ('error' in table) return refuse(damaged(table.error))
  const data = readStream(bytes, '/Data')
  try {
    const word = readWord97({
      document: document.data,
      table: table.data,
      data: 'error' in data ? Buffer.alloc(0) : data.data,
    })
    if (word === null) return refuse(damaged('the table of its text is damaged'))
    const { assembler, tables, messages } = wordText(word)
    return {
      ok: true,
      document: {
        mediaType: 'application/msword',
        readBy: 'doc',
        encoding: 'unicode',
        text: assembler.text,
        pages: null,
        lines: assembler.lines,
        tables,
        messages: [readWithoutLibreOffice(why), ...messages],
      },
    }
  } catch (error) {
    if (error instanceof RangeError) return refuse(damaged('a table of it points outside of the file'))
    throw error
  }
}

const damaged = (detail: string): Problem => problem('damaged-file', { detail })

const refuse = (why: Problem): ReadResult => ({ ok: false, problem: why })
