import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Rewrites the objects of a PDF. Needs qpdf, and a folder that may be written beside `from`.
 * @param edit takes and gives all of the file with nothing compressed, one character a byte
 */
export const editPdf = (from: string, to: string, edit: (objects: string) => string): void => {
  const open = `${from}.open`
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', from, open])
  writeFileSync(open, edit(readFileSync(open, 'latin1')), 'latin1')
  writeFileSync(`${open}.fixed`, execFileSync('fix-qdf', [open], { maxBuffer: 2 ** 28 }))
  execFileSync('qpdf', ['--object-streams=generate', `${open}.fixed`, to])
}
