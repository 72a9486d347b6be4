import { type Column, columnAt, columnsOf, extentsOf } from '../columns.ts'
import type { SourceCell, SourceLine, SourceTable } from '../source-document.ts'
import { type LinesInColumns, partedBeside } from './side-by-side.ts'
import { spacedHead } from './spaced-head.ts'
import { type Segment, type SpacedLine, spacedRuns } from './spaced-lines.ts'
import { spacedRows } from './spaced-rows.ts'

/** A line with so many data is a row for sure. */
const SURE_DATA = 2
/** A table has at least so many sure rows. */
const MIN_ROWS = 2
/** Lines between two sure rows: sections, labels of several lines. */
const MAX_BETWEEN = 8
const MAX_HEAD_LINES = 10

/** Tables of a text that was set in columns with blanks, as typists did. */
export const spacedTables = (text: string, lines: readonly SourceLine[]): SourceTable[] =>
  spacedRuns(text, lines).flatMap(run => tablesIn(run))

const tablesIn = (run: readonly SpacedLine[]): SourceTable[] => {
  const sure = run.flatMap((line, i) => (isSure(line) ? [i] : []))
  const tables: SourceTable[] = []
  let free = 0
  for (let from = 0; from < sure.length; ) {
    let to = from
    while (to + 1 < sure.length && goesOn(run, sure[to] ?? 0, sure[to + 1] ?? 0)) to++
    if (to - from + 1 >= MIN_ROWS) {
      const rows = sure.slice(from, to + 1)
      const { top, end, columns } = extentOf(run, rows, free)
      const found = { lines: run.slice(top, end), sure: rows.map(i => i - top), columns }
      tables.push(...parted(found))
      free = end
    }
    from = to + 1
  }
  return tables
}

const dataIn = (line: SpacedLine): number => line.segments.filter(segment => segment.datum).length

const YEAR = /^(?:19|20)\d\d$/

/** A line of several data, which are not the years of a head. */
const isSure = (line: SpacedLine): boolean => {
  const data = line.segments.filter(segment => segment.datum)
  return data.length >= SURE_DATA && line.segments.length > SURE_DATA && !data.every(({ text }) => YEAR.test(text))
}

/** No line between two sure rows runs across the columns of their data. */
const goesOn = (run: readonly SpacedLine[], above: number, below: number): boolean => {
  if (below - above - 1 > MAX_BETWEEN) return false
  // what numbers the rows is no column of data
  const data = [above, below].flatMap(at => run[at]?.segments.slice(1) ?? []).filter(one => one.datum)
  return run
    .slice(above + 1, below)
    .every(line =>
      line.segments.every(one => one.datum || !data.some(d => one.left < d.right && one.right > d.left + 1)),
    )
}

/** The table of some lines, or the tables side by side in them, from left to right. */
const parted = (found: LinesInColumns): SourceTable[] =>
  (partedBeside(found) ?? [found]).map(({ lines, sure }) => {
    const { top, end, columns } = extentOf(lines, sure, 0)
    return tableOf({ lines: lines.slice(top, end), sure: sure.map(i => i - top), columns })
  })

const columnsAt = (run: readonly SpacedLine[], sure: readonly number[]): Column[] => {
  const lines = sure.map(i => ({ segments: run[i]?.segments ?? [], size: 1 }))
  return columnsOf(extentsOf(lines), lines)
}

/** The lines from the first of the head to the last row around some sure rows; lines before `free` belong to the table before. */
const extentOf = (run: readonly SpacedLine[], sure: readonly number[], free: number) => {
  const columns = columnsAt(run, sure)
  const last = lastRow(run, sure.at(-1) ?? 0, columns)
  const body = Math.max(free, firstRow(run, sure[0] ?? 0, columns))
  return { top: Math.max(free, headFrom(run, body, columns)), end: last + 1, columns }
}

const tableOf = ({ lines, sure, columns }: LinesInColumns): SourceTable => {
  const body = firstRow(lines, sure[0] ?? 0, columns)
  const head = spacedHead(
    lines.slice(0, body).map(line => line.segments),
    columns,
    new Set(
      sure.flatMap(i => lines[i]?.segments.filter(({ datum }) => datum).map(one => columnAt(columns, one)) ?? []),
    ),
  )
  const depth = Math.max(0, ...head.map(cell => cell.level + 1))
  const under = (from: number, to: number, level: number) =>
    head.some(cell => cell.level > level && cell.from <= to && cell.to >= from)
  const cells: SourceCell[] = head.map(cell => ({
    ...place(cell.parts),
    row: cell.level,
    column: cell.from,
    rowSpan: under(cell.from, cell.to, cell.level) ? 1 : depth - cell.level,
    columnSpan: cell.to - cell.from + 1,
  }))
  spacedRows(lines.slice(body), columns).forEach((row, r) => {
    for (const [column, parts] of [...row].sort(([a], [b]) => a - b))
      cells.push({ ...place(parts), row: depth + r, column, rowSpan: 1, columnSpan: 1 })
  })
  return { start: lines[0]?.line.start ?? 0, end: lines.at(-1)?.line.end ?? 0, page: null, cells }
}

/** The lines of a cell; what stands in one line is one stretch. */
const place = (parts: readonly Segment[]): Pick<SourceCell, 'start' | 'end' | 'more' | 'page' | 'box'> => {
  const stretches: { start: number; end: number; right: number; left: number }[] = []
  for (const part of parts) {
    const last = stretches.at(-1)
    if (last !== undefined && part.start - last.end === part.left - last.right && part.left > last.right) {
      last.end = part.end
      last.right = part.right
    } else stretches.push({ ...part })
  }
  const [first, ...more] = stretches.map(({ start, end }) => ({ start, end }))
  return {
    start: first?.start ?? 0,
    end: first?.end ?? 0,
    ...(more.length > 0 ? { more } : {}),
    page: null,
    box: null,
  }
}

const inOneColumn = (segment: Segment, columns: readonly Column[]): boolean =>
  columns.filter(column => segment.left < column.right && segment.right > column.left).length <= 1

/** Sections and first lines of labels above the first sure row: lines of the first columns alone. */
const firstRow = (run: readonly SpacedLine[], sure: number, columns: readonly Column[]): number => {
  const firstData = columns.find((_, i) => run[sure]?.segments.some(s => s.datum && overlaps(s, columns[i]) && i > 0))
  let at = sure
  while (at > 0) {
    const line = run[at - 1]
    const here = run[at]
    if (line === undefined || here === undefined || here.ruledAbove || here.gap > 1) break
    if (!line.segments.every(one => one.right <= (firstData?.left ?? 0))) break
    // words under others that stand over the data are of the head, unless a rule is drawn between
    const words = line.segments.map(s => s.text).join('  ')
    if (!(/^\s*(?:[IVXA-Z]{1,4}|\d{1,2})[.)]?\s|:$/u.test(words) || line.ruledAbove)) break
    at--
  }
  return at
}

const overlaps = (segment: Segment, column: Column | undefined): boolean =>
  column !== undefined && segment.left < column.right && segment.right > column.left

/** The first line of the head above the body: lines of several texts, or of one text over some columns. */
const headFrom = (run: readonly SpacedLine[], body: number, columns: readonly Column[]): number => {
  const width = (columns.at(-1)?.right ?? 0) - (columns[0]?.left ?? 0)
  let at = body
  while (at > 0 && body - at < MAX_HEAD_LINES) {
    const line = run[at - 1]
    const here = run[at]
    if (line === undefined || here === undefined || (here.gap > 1 && !here.ruledAbove)) break
    if (at < body && here.ruledAbove && run[body]?.ruledAbove === true) break
    const [only] = line.segments
    const single = line.segments.length === 1 && only !== undefined
    if (single && (only.right - only.left > 0.4 * width || /^\(?(?:đơn vị|đvt)\b|:/iu.test(only.text))) break
    if (single && !(at > 1 && (run[at - 2]?.segments.length ?? 0) > 1)) break
    at--
  }
  return at
}

/** Lines below the last sure row that belong to it: the end of its label, a row of one number. */
const lastRow = (run: readonly SpacedLine[], sure: number, columns: readonly Column[]): number => {
  let at = sure
  for (let next = run[at + 1]; next !== undefined; next = run[at + 1]) {
    const inColumns = next.segments.length > 1 ? next.segments.every(one => inOneColumn(one, columns)) : false
    const lower = next.gap === 0 && /^\p{Ll}(?![).])/u.test(next.segments[0]?.text ?? '')
    const goesOn = lower && (inColumns || next.segments.length === 1)
    if (next.gap > 1 || !(goesOn || (inColumns && dataIn(next) > 0))) break
    at++
  }
  return at
}
