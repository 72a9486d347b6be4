import type { Figure } from './figure.ts'
import { measuredAlike } from './figures.ts'
import type { Found } from './found.ts'
import { type Bound, figure, type Identity, number, operation, outcomeOf, total } from './identity.ts'
import { add, meet, point } from './interval.ts'
import type { TableGrid } from './table-grid.ts'

/** A column or row that follows from others, as the figures of the table itself show. */
export const INFERRED_COLUMN = 'table-column'
export const INFERRED_ROW = 'table-row-sum'

/** So many rows have to come out before a column is taken to follow from others, and this part of them. */
const FEWEST_ROWS = 4
const MOST_OF = 0.75
/** Tables wider than this have columns that follow from others by chance. */
const WIDEST = 16

const percentOf = (a: Figure, b: Figure): Bound => operation('/', figure(a), figure(b))
const growthOf = (a: Figure, b: Figure): Bound => operation('-', percentOf(a, b), number(1))
const differenceOf = (a: Figure, b: Figure): Bound => operation('-', figure(a), figure(b))

/** Columns without a formula of their own that are a ratio, a growth or a difference of two others, or a sum of those beside them. */
export const inferredColumns = (grid: TableGrid): Found[] => {
  const { columns, table } = grid
  if (columns.length > WIDEST) return []
  const declared = new Set(table.formulas.map(f => f.column))
  return columns.filter(c => !declared.has(c)).flatMap(column => bestColumn(grid, column))
}

type RowReading = (row: number) => Identity | null

const bestColumn = (grid: TableGrid, column: number): Found[] => {
  const readings = [...pairReadings(grid, column), ...sumReadings(grid, column)]
  let best: readonly Identity[] = []
  let bestHolds = 0
  for (const reading of readings) {
    const read = identitiesOf(grid, reading, bestHolds)
    if (read === null) continue
    const { rows, holds } = read
    if (holds.length < FEWEST_ROWS || holds.length < rows.length * MOST_OF || holds.length <= bestHolds) continue
    if (!isTelling(holds)) continue
    best = rows
    bestHolds = holds.length
  }
  return best.map(identity => ({ identity, although: null, evidence: { holds: bestHolds, of: best.length } }))
}

/** The identities of a reading, and those of them that come out; null as soon as too few can. */
const identitiesOf = (grid: TableGrid, reading: RowReading, fewest: number) => {
  const rows: Identity[] = []
  const holds: Identity[] = []
  const mostFailing = grid.rows.length * (1 - MOST_OF)
  for (const [at, row] of grid.rows.entries()) {
    const identity = reading(row)
    if (identity !== null) {
      rows.push(identity)
      if (outcomeOf(identity) !== 'fails') holds.push(identity)
    }
    if (rows.length - holds.length > mostFailing || holds.length + grid.rows.length - at - 1 <= fewest) return null
  }
  return { rows, holds }
}

/** Equal figures and single digits come out by chance. */
const isTelling = (holds: readonly Identity[]): boolean =>
  new Set(holds.filter(i => Math.abs(i.left.value) >= TELLING).map(i => i.left.value)).size >= FEWEST_ROWS - 1

const TELLING = 10

const pairReadings = (grid: TableGrid, column: number): RowReading[] =>
  grid.columns.flatMap(a =>
    grid.columns.flatMap(b => {
      if (a === b || a === column || b === column) return []
      return [percentOf, growthOf, differenceOf].map(
        (make): RowReading =>
          row => {
            const left = grid.at(row, column)
            if (left === null || (make === differenceOf) === (left.observation.unit === 'percent')) return null
            const [first, second] = [grid.at(row, a), grid.at(row, b)]
            if (first === null || second === null || !measuredAlike(first, second)) return null
            if (make === differenceOf && left.observation.unit !== first.observation.unit) return null
            return { rule: INFERRED_COLUMN, left, relation: '=', right: make(first, second), tolerance: 0 }
          },
      )
    }),
  )

/** The sum of the two and more columns right of it, or left of it. */
const sumReadings = (grid: TableGrid, column: number): RowReading[] => {
  const at = grid.columns.indexOf(column)
  const runs = [
    ...grid.columns.map((_, i) => grid.columns.slice(at + 1, i + 1)),
    ...grid.columns.map((_, i) => grid.columns.slice(i, at)),
  ].filter(run => run.length >= 2)
  return runs.map(run => row => {
    const left = grid.at(row, column)
    const parts = run.flatMap(c => grid.at(row, c) ?? [])
    if (left === null || parts.length < 2 || !parts.every(p => isPartOf(p, left))) return null
    return { rule: INFERRED_COLUMN, left, relation: '=', right: total(parts.map(figure)), tolerance: 0 }
  })
}

/** Counts and totals may be added up; averages and percentages may not. */
const isPartOf = (part: Figure, whole: Figure): boolean =>
  measuredAlike(part, whole) &&
  part.observation.measure === 'level' &&
  whole.observation.measure === 'level' &&
  part.observation.unit !== 'percent' &&
  part.observation.per.length === 0

/** No sum runs over more rows than this. */
const LONGEST_RUN = 80
/** So many columns have to come out before rows are taken to be the parts of another. */
const FEWEST_COLUMNS = 2

/** Rows that are the sum of the rows below them, or, at the foot of a table, of those above them, column by column. */
export const inferredRows = (grid: TableGrid): Found[] =>
  grid.rows.flatMap((row, at) => {
    const below = bestRun(grid, row, grid.rows.slice(at + 1, at + 1 + LONGEST_RUN))
    if (below !== null) return sumsOver(grid, row, below).map(f => ({ ...f, weak: true }))
    if (!TOTAL.test(grid.wordsOf(row))) return []
    const above = bestRun(grid, row, grid.rows.slice(Math.max(0, at - LONGEST_RUN), at).toReversed())
    return above === null ? [] : sumsOver(grid, row, above)
  })

const TOTAL = /(?:^|\s)(?:tổng(?: cộng| số)?|cộng|toàn (?:tỉnh|huyện|thành phố))(?:$|[\s:])/iu

interface Run {
  readonly rows: readonly number[]
  readonly evidence: NonNullable<Found['evidence']>
}

/** The rows, beginning with the next one, that make up a row in most of its columns; null where none do. */
const bestRun = (grid: TableGrid, row: number, others: readonly number[]): Run | null => {
  const sums = grid.columns.flatMap(column => {
    const left = grid.at(row, column)
    return left === null ? [] : [{ column, left, parts: 0, sum: point(0), isSum: true }]
  })
  if (sums.length < FEWEST_COLUMNS) return null
  let best: Run | null = null
  for (const [length, other] of others.entries()) {
    for (const s of sums) {
      const part = grid.at(other, s.column)
      if (part === null) continue
      s.isSum &&= isPartOf(part, s.left)
      s.sum = add(s.sum, part.interval)
      s.parts++
    }
    if (sums.every(s => s.parts > 0 && s.sum.low > s.left.interval.high)) break
    const full = sums.filter(s => s.isSum && s.parts > 1)
    const holds = full.filter(s => meet(s.sum, s.left.interval))
    if (holds.length < FEWEST_COLUMNS || holds.length * 2 <= full.length) continue
    if (holds.length <= (best?.evidence.holds ?? 0) || !isTellingSum(holds.map(s => s.left))) continue
    best = { rows: others.slice(0, length + 1), evidence: { holds: holds.length, of: full.length } }
  }
  return best
}

/** Two sums with different results, of figures that are not nothing. */
const isTellingSum = (lefts: readonly Figure[]): boolean =>
  new Set(lefts.filter(f => Math.abs(f.value) >= TELLING).map(f => f.value)).size >= FEWEST_COLUMNS

/** No part is larger than its whole, but for a slip in one of them. */
const LARGEST = 1.5

const sumsOver = (grid: TableGrid, row: number, { rows, evidence }: Run): Found[] =>
  grid.columns.flatMap(column => {
    const left = grid.at(row, column)
    const parts = rows.flatMap(r => grid.at(r, column) ?? [])
    if (left === null || parts.length === 0 || !parts.every(p => isPartOf(p, left))) return []
    // a column of rates that is labelled as one of counts
    if (parts.length > 1 && parts.some(p => p.value > left.value * LARGEST)) return []
    const right = total(parts.map(figure))
    return [
      { identity: { rule: INFERRED_ROW, left, relation: '=', right, tolerance: 0 }, although: null, evidence } as const,
    ]
  })
