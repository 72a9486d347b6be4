import { existsSync, mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomOf } from '../../support/random.ts'
import { ENDINGS, encoded, manyPageTiff } from './encode.ts'
import { type ScannedSheet, scannedPdf, sheetOf } from './image-pdf.ts'
import { printedPages } from './printed-pages.ts'
import { boxOf, type ScanPage } from './scan-page.ts'
import { printedText, type ScanTruth } from './truth.ts'
import { typeset } from './typeset.ts'
import type { Variant } from './variants.ts'

export interface Printed {
  readonly name: string
  readonly text: string
}

export interface Making {
  readonly out: string
  /** A folder for what is made on the way; a PDF that is there already is taken again. */
  readonly work: string
  readonly pages: number
  readonly seed: string
  /** Only files of this kind. */
  readonly as?: FileKind
}

/** A file a page, all pages in one PDF, or all in one TIFF. */
export type FileKind = 'pages' | 'pdf' | 'tiff'

/**
 * Writes `NAME.VARIANT.pdf`, `NAME.VARIANT-1.jpg` (or png, tif) and so on, `NAME.VARIANT.json` (see `truth.ts`) and
 * `NAME.VARIANT.txt`; or the pages in one `NAME.VARIANT.tif`. @returns the paths
 */
export const makeScan = async (
  { name, text }: Printed,
  { name: variantName, variant }: { readonly name: string; readonly variant: Variant },
  { out, work, pages: most, seed, as }: Making,
): Promise<string[]> => {
  mkdirSync(out, { recursive: true })
  const printed = join(work, `${name}.${variant.typeface}.pdf`)
  if (!existsSync(printed)) typeset(name, text, variant.typeface, work)
  const base = join(out, `${name}.${variantName}`)
  const random = randomOf(`${seed}/${name}/${variantName}`)
  const truth: ScanTruth = { document: name, variant: variantName, seed, pages: [] }
  const sheets: ScannedSheet[] = []
  const pages: ScanPage[] = []
  const paths: string[] = []
  const wanted = (kind: FileKind) => kind === (as ?? kind)
  const keep = async (ending: string, content: Buffer | string) => {
    await writeFile(base + ending, content)
    paths.push(base + ending)
  }
  for await (const page of variant.sheets(first(most, printedPages(printed, work)), random, agencyOf(text))) {
    const file = await encoded(page, variant.format)
    if (as === 'tiff') pages.push(page)
    if (wanted('pages')) await keep(`-${truth.pages.length + 1}.${ENDINGS[variant.format.kind]}`, file)
    const layer = variant.layer?.(page, truth.pages.length, random) ?? []
    if (wanted('pdf')) sheets.push(await sheetOf(page, variant.format, { strips: variant.strips ?? 1, layer }))
    truth.pages.push(truthOf(page))
  }
  if (wanted('pdf')) await keep('.pdf', scannedPdf(sheets))
  if (as === 'tiff')
    await keep('.tif', await manyPageTiff(pages, variant.format.kind === 'tiff' ? variant.format.bits : 8))
  await keep('.json', `${JSON.stringify(truth)}\n`)
  await keep('.txt', `${truth.pages.map(printedText).join('\n\f\n')}\n`)
  return paths
}

async function* first(count: number, pages: AsyncIterable<ScanPage>): AsyncGenerator<ScanPage> {
  let taken = 0
  for await (const page of pages) {
    if (taken++ >= count) return
    yield page
  }
}

const truthOf = ({ width, height, dpi, words }: ScanPage): ScanTruth['pages'][number] => ({
  width,
  height,
  dpi,
  words: words.map(word => {
    const [left, top, right, bottom] = boxOf(word).map(v => Math.round(v * 10) / 10)
    return { text: word.text, line: word.line, box: [left ?? 0, top ?? 0, right ?? 0, bottom ?? 0] }
  }),
})

/** The first two lines of the head name the agency. */
const agencyOf = (text: string): string =>
  text
    .split('\n')
    .filter(line => /^\**\p{Lu}[\p{Lu} ]+\**$/u.test(line))
    .slice(0, 2)
    .join(' ')
    .replaceAll('*', '')
