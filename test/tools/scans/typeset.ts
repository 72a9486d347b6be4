import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentBlocks } from '../../../fixtures/document-blocks.ts'
import { flatOdt } from '../../../fixtures/flat-odt.ts'
import { convert, PDF } from '../../../fixtures/office.ts'
import { ADMINISTRATIVE, type PageLayout } from '../../../fixtures/page-layout.ts'

/** What a document is written with. */
export type Typeface = 'print' | 'typewriter'

const LAYOUTS: Readonly<Record<Typeface, PageLayout>> = {
  print: { ...ADMINISTRATIVE, columns: 'fitted' },
  typewriter: { ...ADMINISTRATIVE, columns: 'fitted', font: 'Liberation Mono', cellPoints: 8 },
}

/** Sets a document as its office did and prints it to PDF with LibreOffice. @returns the path of the PDF */
export const typeset = (name: string, text: string, typeface: Typeface, work: string): string => {
  const source = join(work, `${name}.${typeface}.fodt`)
  writeFileSync(source, flatOdt(documentBlocks(text), LAYOUTS[typeface]))
  convert([source], PDF, work, work)
  return source.replace(/\.fodt$/, '.pdf')
}
