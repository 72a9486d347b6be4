import { type Problem, problem } from '../../problem.ts'
import { wordText } from '../docx/word-text.ts'
import { readWithoutLibreOffice } from '../office/office-messages.ts'
import type { ReadResult } from '../source-document.ts'
import { readWord97 } from './word-97.ts'
import { openWordStreams } from './word-streams.ts'

/**
 * Reads a .doc of Word 97 to 2003 without LibreOffice. Lines, paths and tables are those of `readDocx`; labels of automatic lists
 * are lost, which a message says.
 * @param why what became of LibreOffice
 * Problems: `damaged-file`, `needs-ocr` (pictures and no text), `missing-tool` (a file of Word 6 or 95).
 */
export function readDocText(bytes: Uint8Array, why: 'missing' | 'failed'): ReadResult {
  const opened = openWordStreams(bytes)
  if ('problem' in opened) return refuse(opened.problem)
  try {
    const word = readWord97(opened.streams)
    if (word === null) return refuse(damaged('the table of its text is damaged'))
    const { assembler, isPictures, messages, ...found } = wordText(word)
    if (isPictures) return refuse(problem('needs-ocr', { pages: 'doc' }))
    return {
      ok: true,
      document: {
        mediaType: 'application/msword',
        readBy: 'doc',
        encoding: 'unicode',
        text: assembler.text,
        pages: null,
        lines: assembler.lines,
        ...found,
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
