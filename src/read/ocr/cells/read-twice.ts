import { pageHistogram, paperOf } from '../prepare/histogram.ts'
import type { Raster } from '../raster.ts'
import type { RecognisedWord } from '../recognised-word.ts'
import { type CellSheet, sheetsOf } from './cell-sheet.ts'
import type { CellWords } from './words-of-sheet.ts'

/** A cell whose two readings have other digits. */
export interface CellDifference {
  readonly first: string
  readonly second: string
}

/** So far apart, inches, an engine reads each cell by itself. */
const APART = 0.4

/** An engine that is no surer than this of all words of a cell says nothing, right as they may be. */
const NOTHING = 10

/** A figure that was read in two ways is no surer than this. */
const DOUBTFUL = 50

/**
 * Sheets of the lines that are to be read again with their cells far apart: those with a cell that has ink and no text or
 * none that the engine believes, or with letters of several cells in one word, as rows that number columns have (`A B C 1 2`).
 * @param raster the sheet that was read
 */
export function sheetsToReread(raster: Raster, read: readonly CellWords[]): CellSheet[] {
  const again = new Set(
    read.filter(({ words, isGuessed }) => isGuessed || isNothing(words)).map(({ cell }) => cell.line),
  )
  const lines = [...again].map(line =>
    read.flatMap(({ cell: { line: own, box } }, index) =>
      own === line ? [{ index, left: box[0], top: box[1], right: box[2], bottom: box[3] }] : [],
    ),
  )
  if (lines.length === 0) return []
  const look = { paper: paperOf(pageHistogram(raster)), between: Math.round(APART * raster.dpi) }
  return sheetsOf(raster, lines, look)
}

/**
 * Settles on one of two readings of cells. The second holds where the first is none, or a guess and the second is sure, and where it has the same digits and
 * marks that the first lost; else the first, which was made with all that stands beside it. Where their digits differ the words that
 * hold are doubtful.
 * @param first of a sheet
 * @param second of some of its cells: words by index in `first`, in pixels of the same sheet
 */
export function settled(
  first: readonly CellWords[],
  second: ReadonlyMap<number, readonly RecognisedWord[]>,
): { readonly read: CellWords[]; readonly differences: CellDifference[] } {
  const differences: CellDifference[] = []
  const read = first.map((reading, i): CellWords => {
    const words = second.get(i) ?? []
    if (words.length === 0) return reading
    const [one, other] = [textOf(reading.words), textOf(words)]
    if (one === '' || ((reading.isGuessed || isNothing(reading.words)) && isSure(words))) return { ...reading, words }
    const [digits, others] = [digitsIn(one), digitsIn(other)]
    if (digits === others) return digits !== '' && marksIn(other) > marksIn(one) ? { ...reading, words } : reading
    if (digits === '') return reading
    differences.push({ first: one, second: other })
    return { ...reading, words: reading.words.map(doubtful) }
  })
  return { read, differences }
}

const isNothing = (words: readonly RecognisedWord[]): boolean => words.every(({ confidence }) => confidence <= NOTHING)
const isSure = (words: readonly RecognisedWord[]): boolean => words.every(({ confidence }) => confidence >= DOUBTFUL)
const textOf = (words: readonly RecognisedWord[]): string => words.map(({ text }) => text).join(' ')
const digitsIn = (text: string): string => text.replaceAll(/\D/gu, '')
const marksIn = (text: string): number => text.replaceAll(/[^.,=/%+()-]/gu, '').length
const doubtful = (word: RecognisedWord): RecognisedWord => ({
  ...word,
  confidence: Math.min(word.confidence, DOUBTFUL),
})
