import type { RecognisedWord } from '../recognised-word.ts'
import type { SheetCell } from './cell-sheet.ts'

/** A part of a word that belongs to one cell. */
export interface CellPart {
  readonly cell: SheetCell
  readonly word: RecognisedWord
}

/** A cell belongs to a word that covers so much of its breadth, or of the breadth of a letter. */
const COVERED = 0.5

/** A digit is so broad for its height. */
const DIGIT = 0.75

/** How broad characters are beside a digit, in common typefaces. */
const BREADTHS: readonly (readonly [RegExp, number])[] = [
  [/[.,:;'’|!iljtfI()[\]]/u, 0.55],
  [/[-–/rsJ]/u, 0.7],
  [/[%wmMW]/u, 1.6],
  [/\p{Lu}|=|\+/u, 1.3],
]

/**
 * Parts a word that an engine read over several cells of a line: figures that stand as near to each other as words of a line do, such
 * as `20` `19` `18`, are often put together. The parts are those whose breadths fit the ink of the cells best.
 * @param cells those of the line of the sheet, from left to right
 * @returns the parts from left to right; the whole word for the nearest cell where it covers one
 */
export function partAtCells(word: RecognisedWord, cells: readonly SheetCell[]): CellPart[] {
  const [left, top, right, bottom] = word.box
  const letter = (right - left) / Math.max(1, word.text.length)
  const covered = cells.flatMap(cell => {
    const [from, to] = [Math.max(left, cell.box[0]), Math.min(right, cell.box[2])]
    if (to - from < COVERED * Math.min(letter, cell.box[2] - cell.box[0])) return []
    // an engine's box begins or ends within a letter now and then
    const isWhole = cell.box[2] - cell.box[0] <= to - from + Math.max(letter, DIGIT * (bottom - top))
    return [isWhole ? { cell, from: cell.box[0], to: cell.box[2] } : { cell, from, to }]
  })
  const characters = [...word.text]
  if (covered.length < 2 || characters.length < covered.length) {
    const cell = covered[0]?.cell ?? nearest(cells, (left + right) / 2)
    if (cell === undefined) return []
    const only = covered.length === 1 ? covered[0] : undefined
    return [{ cell, word: only === undefined ? word : { ...word, box: [only.from, top, only.to, bottom] } }]
  }
  const cuts = cutsOf(
    characters.map(breadthOf),
    covered.map(({ from, to }) => to - from),
  )
  return covered.map(({ cell, from, to }, i) => ({
    cell,
    word: {
      ...word,
      text: withoutSeams(characters.slice(cuts[i], cuts[i + 1]).join('')),
      box: [from, top, to, bottom],
    },
  }))
}

/** Engines set points between figures that they take for one number: `9` `5` `6` `4` read as `95.64`. */
const withoutSeams = (text: string): string => text.replace(/^[.,]+(?=\d)|(?<=\d)[.,]+$/gu, '')

const breadthOf = (character: string): number => BREADTHS.find(([pattern]) => pattern.test(character))?.[1] ?? 1

const nearest = (cells: readonly SheetCell[], x: number): SheetCell | undefined => {
  const aside = ({ box }: SheetCell) => Math.max(box[0] - x, x - box[2], 0)
  return cells.reduce<SheetCell | undefined>(
    (best, cell) => (best === undefined || aside(cell) < aside(best) ? cell : best),
    undefined,
  )
}

/** Where to cut so that each part has a breadth like its room, none empty: least squares, by dynamic programming. */
function cutsOf(breadths: readonly number[], rooms: readonly number[]): number[] {
  const upTo = [0]
  for (const breadth of breadths) upTo.push((upTo.at(-1) ?? 0) + breadth)
  const all = upTo.at(-1) ?? 1
  const room = rooms.reduce((sum, each) => sum + each, 0)
  const wanted = rooms.map(each => (each / room) * all)
  let costs = upTo.map((_, end) => (end === 0 ? 0 : Number.POSITIVE_INFINITY))
  const froms: number[][] = []
  for (const want of wanted) {
    const from: number[] = []
    costs = costs.map((_, end) => {
      let least = Number.POSITIVE_INFINITY
      for (let start = 0; start < end; start++) {
        const cost = (costs[start] ?? 0) + ((upTo[end] ?? 0) - (upTo[start] ?? 0) - want) ** 2
        if (cost < least) {
          least = cost
          from[end] = start
        }
      }
      return least
    })
    froms.push(from)
  }
  const cuts = [breadths.length]
  for (const from of froms.reverse()) cuts.unshift(from[cuts[0] ?? 0] ?? 0)
  return cuts
}
