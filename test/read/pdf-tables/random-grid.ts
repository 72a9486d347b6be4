import fc from 'fast-check'
import { type DrawnPage, type Mark, widthOf } from './drawn-pdf.ts'

/** A cell of a grid as it is drawn: its sides in points from the lower left corner of the page as shown. */
export interface GridCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type Drawing = 'lines' | 'boxes' | 'bars' | 'dashes' | 'double lines' | 'set apart'

const PAGE = { width: 842, height: 595 }

/** Cells of a grid with some of them merged, all with a text or without. */
export const randomGrid: fc.Arbitrary<readonly GridCell[]> = fc
  .record({
    widths: fc.array(fc.double({ min: 32, max: 90, noNaN: true }), { minLength: 2, maxLength: 8 }),
    heights: fc.array(fc.double({ min: 16, max: 44, noNaN: true }), { minLength: 2, maxLength: 10 }),
    left: fc.double({ min: 5, max: 100, noNaN: true }),
    top: fc.double({ min: 480, max: 590, noNaN: true }),
    merges: fc.array(fc.tuple(fc.nat(9), fc.nat(7), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 6,
    }),
    empty: fc.array(fc.nat(80), { maxLength: 12 }),
  })
  .map(({ widths, heights, left, top, merges, empty }) => {
    const xs = [left]
    for (const width of widths) xs.push((xs.at(-1) ?? 0) + width)
    const ys = [top]
    for (const height of heights) ys.push((ys.at(-1) ?? 0) - height)
    const places = merged(heights.length, widths.length, merges)
    const rows = used(places.flatMap(([row, , rowSpan]) => [row, row + rowSpan]))
    const columns = used(places.flatMap(([, column, , columnSpan]) => [column, column + columnSpan]))
    return places.map(([row, column, rowSpan, columnSpan], i) => ({
      text: empty.includes(i) ? '' : String(1000 + i),
      row: rows.indexOf(row),
      column: columns.indexOf(column),
      rowSpan: rows.indexOf(row + rowSpan) - rows.indexOf(row),
      columnSpan: columns.indexOf(column + columnSpan) - columns.indexOf(column),
      left: xs[column] ?? 0,
      right: xs[column + columnSpan] ?? 0,
      top: ys[row] ?? 0,
      bottom: ys[row + rowSpan] ?? 0,
    }))
  })
  .filter(cells => new Set(cells.filter(cell => cell.text !== '').map(cell => cell.column)).size > 1)
  .filter(cells => standBeside(cells))
  .filter(
    cells => !cells.some(cell => cell.text === '' && cells.every(other => other === cell || other.row !== cell.row)),
  )

/** Whether of two texts, the one next below the other or beside it, one ends before the other begins: else rules are not looked for. */
const standBeside = (cells: readonly GridCell[]): boolean => {
  const texts = cells
    .filter(({ text }) => text !== '')
    .map(({ text, left, right, top, bottom }) => ({
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      width: widthOf(text, 8),
    }))
    .sort((one, other) => other.y - one.y)
  return texts.some((one, i) => {
    const next = texts[i + 1]
    return next !== undefined && Math.abs(one.x - next.x) > (one.width + next.width) / 2
  })
}

type Place = readonly [row: number, column: number, rowSpan: number, columnSpan: number]

/** Merges places of a grid one after the other, as far as they are free. */
function merged(rows: number, columns: number, merges: readonly Place[]): Place[] {
  const taken = new Set<string>()
  const places: Place[] = []
  const take = (place: Place) => {
    const [row, column, rowSpan, columnSpan] = place
    const keys = Array.from(
      { length: rowSpan * columnSpan },
      (_, i) => `${row + Math.floor(i / columnSpan)} ${column + (i % columnSpan)}`,
    )
    if (row + rowSpan > rows || column + columnSpan > columns || keys.some(key => taken.has(key))) return
    for (const key of keys) taken.add(key)
    places.push(place)
  }
  for (const place of merges) take(place)
  for (let i = 0; i < rows * columns; i++) take([Math.floor(i / columns), i % columns, 1, 1])
  return places.sort((one, other) => one[0] - other[0] || one[1] - other[1])
}

const used = (places: readonly number[]): number[] => [...new Set(places)].sort((one, other) => one - other)

/** The page with a grid drawn in one of the ways that programs draw them. */
export function gridPage(cells: readonly GridCell[], drawing: Drawing): DrawnPage {
  return { ...PAGE, marks: cells.flatMap(cell => [...borders(cell, drawing), ...textIn(cell)]) }
}

const textIn = ({ text, left, right, top, bottom }: GridCell): Mark[] =>
  text === '' ? [] : [{ text, x: (left + right - widthOf(text, 8)) / 2, y: (top + bottom) / 2 - 3, size: 8 }]

function borders({ left, right, top, bottom }: GridCell, drawing: Drawing): Mark[] {
  const sides: (readonly [number, number, number, number])[] = [
    [left, top, right, top],
    [left, bottom, right, bottom],
    [left, bottom, left, top],
    [right, bottom, right, top],
  ]
  switch (drawing) {
    case 'lines':
      return sides.map(line => ({ line }))
    case 'double lines':
      return sides.flatMap(([x0, y0, x1, y1]) =>
        [-0.75, 0.75].map(by => ({
          line: x0 === x1 ? ([x0 + by, y0, x1 + by, y1] as const) : ([x0, y0 + by, x1, y1 + by] as const),
        })),
      )
    case 'boxes':
      return [{ box: [left, bottom, right - left, top - bottom], fill: false }]
    case 'set apart':
      return [{ box: [left + 1, bottom + 1, right - left - 2, top - bottom - 2], fill: false }]
    case 'bars':
      return sides.map(([x0, y0, x1, y1]) => ({
        box: [x0 - 0.24, y0 - 0.24, x1 - x0 + 0.48, y1 - y0 + 0.48],
        fill: true,
      }))
    case 'dashes':
      return sides.flatMap(([x0, y0, x1, y1]) => {
        const length = Math.max(x1 - x0, y1 - y0)
        const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length]
        return Array.from({ length: Math.ceil(length / 4) }, (_, i) => {
          const [from, to] = [4 * i, Math.min(4 * i + 2, length)]
          return { line: [x0 + dx * from, y0 + dy * from, x0 + dx * to, y0 + dy * to] as const }
        })
      })
  }
}
