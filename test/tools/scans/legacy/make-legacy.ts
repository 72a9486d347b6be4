import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentBlocks } from '../../../../fixtures/document-blocks.ts'
import { flatOdt } from '../../../../fixtures/flat-odt.ts'
import { convert, PDF, WORD, WORD_97 } from '../../../../fixtures/office.ts'
import { ADMINISTRATIVE } from '../../../../fixtures/page-layout.ts'
import { editPdf } from '../edit-pdf.ts'
import { LEGACY_FONTS, type LegacyEncoding, legacyRuns } from './encode.ts'

export type LegacyFormat = 'docx' | 'doc' | 'pdf'

const FILTERS = { docx: WORD, doc: WORD_97, pdf: PDF } as const

/** Stand for the two fonts until the PDF is written, since theirs are not free. */
const STAND_INS = { text: 'Liberation Serif', capitals: 'Liberation Sans' }

/** What producers of PDF make of the codes of ư (a soft hyphen) and ã. */
const AS_PRINTED: ReadonlyMap<string, string> = new Map([
  ['\u00ad', '\u2212'],
  ['\u00b7', '\u2219'],
])

/**
 * Writes a document as it was written before Unicode: `NAME.ENCODING.docx`, `.doc` or `.pdf`. The letters of the PDF look
 * like their codes, its fonts are called as the legacy ones. Needs LibreOffice, and qpdf for PDF. @returns the path
 */
export const makeLegacy = (
  { name, text }: { readonly name: string; readonly text: string },
  encoding: LegacyEncoding,
  format: LegacyFormat,
  { out, work }: { readonly out: string; readonly work: string },
): string => {
  const fonts = format === 'pdf' ? STAND_INS : LEGACY_FONTS[encoding]
  const unicode = flatOdt(documentBlocks(text), { ...ADMINISTRATIVE, columns: 'fitted', font: fonts.text })
  const source = join(work, `${name}.${encoding}.fodt`)
  writeFileSync(source, inEncoding(unicode, encoding, fonts.capitals, format === 'pdf'))
  convert([source], FILTERS[format], work, work)
  const made = join(work, `${name}.${encoding}.${format}`)
  const path = join(out, `${name}.${encoding}.${format}`)
  if (format === 'pdf') renameFonts(made, path, encoding)
  else copyFileSync(made, path)
  return path
}

const BODY = '<office:body>'

const inEncoding = (document: string, encoding: LegacyEncoding, capitals: string, printed: boolean): string => {
  const [head = '', body = ''] = document.split(BODY)
  const styles = head
    .replace('</office:font-face-decls>', `<style:font-face style:name="Capitals" svg:font-family="'${capitals}'"/>$&`)
    .replace(
      '</office:styles>',
      '<style:style style:name="Capitals" style:family="text"><style:text-properties style:font-name="Capitals"/></style:style>$&',
    )
  const written = body.replace(/>([^<]+)</g, (_, text: string) => `>${runsXml(text, encoding, printed)}<`)
  return styles + BODY + written
}

const runsXml = (xml: string, encoding: LegacyEncoding, printed: boolean): string =>
  xml
    .split(/(&\w+;)/)
    .map(part =>
      part.startsWith('&')
        ? part
        : legacyRuns(part, encoding)
            .map(run => runXml(run, printed))
            .join(''),
    )
    .join('')

const runXml = ({ text, capitals }: { text: string; capitals: boolean }, printed: boolean): string => {
  const shown = printed ? Array.from(text, letter => AS_PRINTED.get(letter) ?? letter).join('') : text
  return capitals ? `<text:span text:style-name="Capitals">${shown}</text:span>` : shown
}

/** Font names stand in plain objects of the file once it is taken apart. */
const renameFonts = (from: string, to: string, encoding: LegacyEncoding): void => {
  const { text, capitals } = LEGACY_FONTS[encoding]
  editPdf(from, to, objects =>
    objects
      .replaceAll(/\+LiberationSerif(-\w+)?/g, (_, style = '') => `+${text}${style}`)
      .replaceAll(/\+LiberationSans(-\w+)?/g, (_, style = '') => `+${capitals}${style}`),
  )
}
