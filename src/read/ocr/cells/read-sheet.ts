import type { Raster } from '../raster.ts'
import type { RecognisedWord } from '../recognised-word.ts'
import type { Recogniser } from '../recogniser.ts'
import type { SheetCell } from './cell-sheet.ts'
import { type CellDifference, settled, sheetsToReread } from './read-twice.ts'
import { onPage, wordsOfCells } from './words-of-sheet.ts'

/**
 * Reads a sheet of cells, and what stays open on it a second time.
 * @returns the words at their places on the page, and the cells whose readings differ
 * @throws as the recogniser does
 */
export async function readSheet(
  sheet: { readonly raster: Raster; readonly cells: readonly SheetCell[] },
  recogniser: Recogniser,
  signal: AbortSignal,
): Promise<{ readonly words: readonly RecognisedWord[]; readonly differences: readonly CellDifference[] }> {
  const first = wordsOfCells(await recogniser.recognise(sheet.raster, 'block', signal), sheet.cells)
  const second = new Map<number, readonly RecognisedWord[]>()
  for (const { raster, cells } of sheetsToReread(sheet.raster, first))
    for (const reading of wordsOfCells(await recogniser.recognise(raster, 'block', signal), cells))
      second.set(reading.cell.index, onPage([reading]))
  const { read, differences } = settled(first, second)
  return { words: onPage(read), differences }
}
