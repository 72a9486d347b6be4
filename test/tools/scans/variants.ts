import type { Random } from '../../support/random.ts'
import type { Format } from './encode.ts'
import type { LayerWord } from './image-pdf.ts'
import { badOcrLayer, signatureOverlay } from './layers.ts'
import type { ScanPage, Step } from './scan-page.ts'
import { facing, resample, skew, turn } from './steps/geometry.ts'
import { blackBorders, foldLine, incomingStamp, punchedHoles, scribble, seal, sealOverDate } from './steps/marks.ts'
import { blur, copied, faint, grain, noise, paper, showThrough, specks, twoLevels } from './steps/optics.ts'
import type { Typeface } from './typeset.ts'

/** How a document was printed, what befell its pages, and how the scanner kept them. */
export interface Variant {
  readonly typeface: Typeface
  readonly sheets: (pages: AsyncIterable<ScanPage>, random: Random, agency: string) => AsyncIterable<ScanPage>
  readonly format: Format
  /** In the PDF each page's image is cut into so many strips. */
  readonly strips?: number
  /** Text that the PDF has over the images. */
  readonly layer?: (page: ScanPage, index: number, random: Random) => readonly LayerWord[]
}

const each = (...steps: readonly Step[]): Variant['sheets'] =>
  async function* (pages, random) {
    for await (let page of pages) {
      for (const step of steps) page = await step(page, random)
      yield page
    }
  }

/** Seals stand on the first and the last page of a letter. */
const sealed: Variant['sheets'] = async function* (pages, random, agency) {
  let index = 0
  for await (const printed of pages) {
    let page = await paper(226, 14)(printed, random)
    if (index++ === 0) page = await sealOverDate(agency)(page, random)
    if (isSigned(page)) page = await seal(agency)(page, random)
    yield await grain(5)(page, random)
  }
}

const isSigned = ({ words }: ScanPage): boolean => words.some(({ text }, i) => /^(TM|KT|TL|TUQ)\.$/.test(text) && i > 0)

const pairs: Variant['sheets'] = async function* (pages, random) {
  let left: ScanPage | null = null
  for await (const page of each(paper(240, 10), grain(5))(pages, random, '')) {
    if (left) {
      yield await facing(left, page)
      left = null
    } else left = page
  }
  if (left) yield left
}

/** Sheets printed on one side, scanned on both. */
const backs: Variant['sheets'] = async function* (pages, random) {
  for await (const printed of pages) {
    const page = await paper(244, 6)(printed, random)
    yield await grain(4)(page, random)
    const blank = { ...page, data: new Uint8Array(page.data.length).fill(244), words: [] }
    yield await grain(4)(await specks(3)(await showThrough(0.06, printed)(blank, random), random), random)
  }
}

const turned: Variant['sheets'] = async function* (pages, random) {
  const turns = [180, 90, 270] as const
  let index = 0
  for await (const page of pages) yield await turn(turns[index++ % 3] ?? 180)(page, random)
}

const GREY: Format = { kind: 'jpeg', quality: 85 }
const TWO_LEVELS: Format = { kind: 'png', bits: 1 }

/** What the archive holds, each kind of damage alone and some together. */
export const VARIANTS = {
  clean: { typeface: 'print', sheets: each(), format: { kind: 'png', bits: 8 } },
  skewed: {
    typeface: 'print',
    sheets: each(skew(1.5), blur(0.8), noise(14)),
    format: { kind: 'jpeg', quality: 75 },
  },
  low: { typeface: 'print', sheets: each(resample(150)), format: { kind: 'jpeg', quality: 40 } },
  seal: { typeface: 'print', sheets: sealed, format: GREY },
  typewriter: {
    typeface: 'typewriter',
    sheets: each(faint(0.9), blur(0.9), resample(200), paper(232, 18), grain(8)),
    format: GREY,
  },
  faint: { typeface: 'print', sheets: each(faint(0.55), paper(246, 6), grain(6)), format: GREY },
  'show-through': { typeface: 'print', sheets: each(showThrough(0.2), paper(236, 10), grain(5)), format: GREY },
  office: {
    typeface: 'print',
    sheets: each(
      skew(-0.7),
      incomingStamp(),
      scribble(),
      paper(238, 16),
      foldLine(0.5),
      blackBorders(6),
      punchedHoles(),
      resample(200),
      specks(1.5),
      grain(5),
    ),
    format: GREY,
  },
  fax: {
    typeface: 'print',
    sheets: each(resample(200), skew(0.4), blur(0.5), noise(20), twoLevels(150), specks(2)),
    format: TWO_LEVELS,
  },
  copied: {
    typeface: 'print',
    sheets: each(skew(0.8), copied(1.6, 140), copied(1.2, 150), specks(6)),
    format: TWO_LEVELS,
  },
  facing: { typeface: 'print', sheets: pairs, format: GREY },
  turned: { typeface: 'print', sheets: turned, format: TWO_LEVELS },
  'blank-backs': { typeface: 'print', sheets: backs, format: GREY },
  strips: { typeface: 'print', sheets: each(paper(240, 8), grain(4)), format: GREY, strips: 120 },
  'ocr-layer': {
    typeface: 'print',
    sheets: each(resample(200), skew(0.5), grain(6)),
    format: GREY,
    layer: badOcrLayer,
  },
  'signed-overlay': { typeface: 'print', sheets: each(resample(200), grain(5)), format: GREY, layer: signatureOverlay },
} satisfies Readonly<Record<string, Variant>>

export type VariantName = keyof typeof VARIANTS

export const isVariant = (name: string): name is VariantName => Object.hasOwn(VARIANTS, name)
