import { FROM_ABOVE, FROM_LEFT } from '../../fixtures/table-fixture.ts'
import { writingOf } from '../../src/lex/lex-block.ts'
import { LexedCells } from '../../src/observe/table/lexed-cells.ts'
import { buildBlocks } from '../../src/outline/blocks.ts'
import type { SourceCell } from '../../src/read/source-document.ts'
import { readText } from '../../src/read/text.ts'
import { type Grid, gridOf } from '../../src/table/grid.ts'
import type { TableModel } from '../../src/table/table-model.ts'
import { tablesOf } from '../../src/table/tables.ts'
import type { IsUnit } from '../../src/table/unit-text.ts'
import { RULES } from '../support/phrase.ts'

export const WORDS = RULES.tableWords

const cells = new LexedCells(RULES, writingOf('', RULES))

export const isUnit: IsUnit = text => cells.unit(text) !== null

/** The places of a table that is drawn as one line a row, with bars between the cells. */
export const placesOf = (drawn: string): string[][] =>
  drawn
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => line.split('|').map(text => text.trim()))

/** The drawn table as text, its cells set apart by tabs. */
export const tabbed = (drawn: string): string =>
  placesOf(drawn)
    .map(row => row.join('\t'))
    .join('\n')

/** The grid of a drawn table; `←` and `↑` mark places that a merged cell reaches over. */
export const drawnGrid = (drawn: string): Grid => {
  const places = placesOf(drawn)
  const source = tabbed(drawn)
  const found: SourceCell[] = []
  let start = 0
  places.forEach((row, r) => {
    row.forEach((text, column) => {
      const end = start + text.length
      if (text !== FROM_LEFT && text !== FROM_ABOVE) {
        const [columnSpan, rowSpan] = [across(row, column), below(places, r, column)]
        found.push({ row: r, column, rowSpan, columnSpan, start, end, page: null, box: null })
      }
      start = end + 1
    })
  })
  return gridOf(source, { start: 0, end: source.length, page: null, cells: found })
}

const across = (row: readonly string[], column: number): number => {
  let to = column + 1
  while (row[to] === FROM_LEFT) to++
  return to - column
}

const below = (places: readonly (readonly string[])[], row: number, column: number): number => {
  let to = row + 1
  while (places[to]?.[column] === FROM_ABOVE) to++
  return to - row
}

/** The tables of a text, understood. */
export const modelsOf = (text: string): TableModel[] => {
  const read = readText(Buffer.from(text))
  if (!read.ok) throw new Error(read.problem.code)
  return tablesOf(read.document, buildBlocks(read.document), WORDS, isUnit)
}

/** The only table of a text. */
export const modelOf = (text: string): TableModel => {
  const [model, ...more] = modelsOf(text)
  if (model === undefined || more.length > 0) throw new Error(`${more.length + (model ? 1 : 0)} tables`)
  return model
}
