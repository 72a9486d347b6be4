import { readSheet } from './cells/read-sheet.ts'
import type { CellDifference } from './cells/read-twice.ts'
import type { ReadPart } from './page-reading.ts'
import type { RecognisedWord } from './recognised-word.ts'
import type { Recogniser } from './recogniser.ts'
import type { ReadyImage, ReadyPage } from './thread-messages.ts'

/** Ink that is this wide on average, inches, is a dark surface; strokes of letters are a hundredth of it. */
const SURFACE = 0.7

/** With fewer edges of ink no letter stands on a page. */
const FEWEST_EDGES = 60

/** No engine reads an image that is smaller than a letter, pixels. */
const SMALLEST = 16

/**
 * Reads a page that was made ready: what stands around its ruled tables, then the cells of these, each word at its place on the page.
 * @throws as the recogniser does
 */
export async function readPart(page: ReadyPage, recogniser: Recogniser, signal: AbortSignal): Promise<ReadPart> {
  const { images, rules, toPage, steps, width, height, dpi } = page
  const words: RecognisedWord[] = []
  const differences: CellDifference[] = []
  for (const image of images) {
    if (!mayHoldWords(image)) continue
    const { raster, cells } = image
    const lines = 1 + Math.max(-1, ...words.map(({ line }) => line))
    const found =
      cells === null
        ? { words: await recogniser.recognise(raster, 'page', signal), differences: [] }
        : await readSheet({ raster, cells }, recogniser, signal)
    const after = 1 + Math.max(-1, ...words.map(({ company }) => company ?? -1))
    words.push(
      ...found.words.map(({ company, ...word }) => ({
        ...word,
        line: word.line + lines,
        ...(company === undefined ? {} : { company: company + after }),
      })),
    )
    differences.push(...found.differences)
  }
  return { words, differences, rules, width, height, dpi, toPage, steps }
}

/** Whether the ink of an image may be letters, rather than specks or dark surfaces. */
export const mayHoldWords = ({ raster: { width, height, dpi }, ink, edges }: ReadyImage): boolean =>
  Math.min(width, height) >= SMALLEST &&
  edges >= FEWEST_EDGES &&
  (ink * width * height) / edges < Math.max(SMALLEST, SURFACE * dpi)
