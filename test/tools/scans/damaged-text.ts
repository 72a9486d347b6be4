import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { editPdf } from './edit-pdf.ts'
import { typeset } from './typeset.ts'

/** What is wrong with the text of a PDF that looks right. */
export type TextDamage = 'lost-letters' | 'no-unicode'

const EDITS: Readonly<Record<TextDamage, (objects: string) => string>> = {
  // letters that Western Europe does not have come out as blanks: `C NG HOÀ XÃ H I CH NGHĨA`
  'lost-letters': objects =>
    objects.replace(/<([0-9A-F]{2})> <([0-9A-F]{4})>/g, (entry, code, unicode) =>
      Number.parseInt(unicode, 16) > 0xff ? `<${code}> <0020>` : entry,
    ),
  // nothing tells what the codes of the fonts mean
  'no-unicode': objects => objects.replace(/^ *\/ToUnicode \d+ 0 R\n/gm, ''),
}

/** Writes `NAME.DAMAGE.pdf`: the document printed, its text layer spoilt. Needs LibreOffice and qpdf. @returns the path */
export const damagedText = (
  { name, text }: { readonly name: string; readonly text: string },
  damage: TextDamage,
  { out, work }: { readonly out: string; readonly work: string },
): string => {
  const printed = join(work, `${name}.${damage}.printed.pdf`)
  copyFileSync(typeset(name, text, 'print', work), printed)
  const path = join(out, `${name}.${damage}.pdf`)
  editPdf(printed, path, EDITS[damage])
  return path
}
