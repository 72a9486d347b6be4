import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../contract/index.ts'
import { judge } from '../../repair/encodings/judge.ts'
import { boxOnPage } from './frame.ts'
import type { PagePieces } from './page-pieces.ts'
import { visualLines } from './visual-lines.ts'

/** A text in one font, where it stands on the page as shown. */
export interface Ink {
  readonly text: string
  /** The font by the name that the file gives it, with the tag of its subset; null where it gives none. */
  readonly font: string | null
  readonly box: Box
}

/** Words that are none; a page of sound text has fewer. */
const LEAST_BAD = 3

/**
 * What a page is set in, in reading order of each line, where its text may stand in an encoding from before Unicode: there fonts tell
 * letters. Elsewhere nothing, since finding names of fonts takes as long as reading the text.
 */
export async function pageInk(page: PDFPageProxy, { size, directions }: PagePieces, text: string): Promise<Ink[]> {
  if (judge(text.normalize('NFC')).bad < LEAST_BAD) return []
  const loaded = new Set(directions.flatMap(({ pieces }) => pieces.map(piece => piece.font ?? '')))
  if (![...loaded].every(font => page.commonObjs.has(font)))
    await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE }).catch(() => null)
  const names = new Map([...loaded].map(font => [font, nameOf(page, font)]))
  return directions.flatMap(({ turn, pieces }) =>
    visualLines(pieces)
      .flatMap(line => line.pieces)
      .map(piece => ({
        text: piece.text,
        font: names.get(piece.font ?? '') ?? null,
        box: boxOnPage(turn, size, [piece.left, piece.baseline - piece.size, piece.right, piece.baseline]),
      })),
  )
}

/** The library's own record of a font ([pdfjs-dist] `FontFaceObject`). */
const nameOf = (page: PDFPageProxy, font: string): string | null => {
  if (!page.commonObjs.has(font)) return null
  const { name } = page.commonObjs.get(font) as { readonly name?: unknown }
  return typeof name === 'string' ? name : null
}
