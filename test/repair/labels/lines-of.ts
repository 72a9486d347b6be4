import type { SourceLine } from '../../../src/read/source-document.ts'

/** The lines of a text, as those of a page that was read from its image. */
export const linesOf = (text: string): SourceLine[] => {
  let at = 0
  return text.split('\n').map(line => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length, page: 1, box: null, role: 'body', wrapped: false, path: null }
  })
}
