import { AnnotationMode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { drawnPaths } from './drawn-paths.ts'
import { CROWDED, NO_RULES, type Rules, rulesOf } from './rules.ts'

/** The rules that a page draws, in points from the upper left corner of the page as shown. None if the drawing can't be read. */
export async function pageRules(page: PDFPageProxy): Promise<Rules> {
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE }).catch(() => null)
  if (operators === null) return NO_RULES
  const paths = drawnPaths(operators, page.getViewport({ scale: 1 }).transform)
  return paths === null ? CROWDED : rulesOf(paths)
}
