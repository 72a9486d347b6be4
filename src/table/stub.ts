import { joinMapped } from '../repair/mapped-text.ts'
import type { TableWords } from '../rules/table-words.ts'
import type { ColumnRole } from './columns.ts'
import type { Cell, Grid } from './grid.ts'

/** A row of the body in the tree that the stub makes of them. */
export interface StubRow {
  readonly row: number
  /** Its marker (`I`, `1.2`, `-`), from the index column or the beginning of its label; null without one. */
  readonly marker: string | null
  /** The cells that label it, from left to right: of a stub in two columns both, the first one perhaps from a row above. */
  readonly labels: readonly Cell[]
  /** The row above it in the tree, by its place in the list; null at the top. */
  readonly parent: number | null
  /** It only leads over to parts of its parent: `Trong đó:`, `Chia ra:`. */
  readonly lead: 'of-which' | 'breakdown' | null
}

interface Open {
  readonly index: number
  readonly rank: number
  /** Of a lead-in: the rank of what it leads over to, once known; and of what it stands under. */
  readonly base?: number
  parts?: number
}

/** Ranks of markers: the smaller stands above. */
const RANK = { capital: 0, roman: 1, upper: 1.5, number: 2, letter: 4, plain: 5, dash: 6, plus: 7, star: 8 } as const

const ROMAN = /^[IVXL]+$/
/** The marker that opens a label, and the marker of an index column. */
const MARKER =
  /^\s*(?:([IVXL]{1,5}|[A-ZĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2})*)\s?(?:[)/]|\.(?!\p{Ll}))\s?(?=\D)|([-–+*•])\s?(?=[\p{L}(]))/u

/**
 * The tree of a table's rows. Markers tell the levels (A, I, 1, 1.1, a, -, +); a row without one stands under the numbered row
 * before it; rows that lead over (`Trong đó:`) stand under the row before them, and their parts under them until a row like that
 * one, or of a higher level, comes.
 */
export const stubRows = (grid: Grid, head: number, roles: readonly ColumnRole[], words: TableWords): StubRow[] => {
  const indexColumn = roles.indexOf('index')
  const stubColumns = roles.flatMap((role, column) => (role === 'stub' ? [column] : []))
  const rows: StubRow[] = []
  const open: Open[] = []
  const outer: (Cell | undefined)[] = []
  const rankBelow = (row: number) => {
    const label = grid.textAt(row + 1, stubColumns.at(-1) ?? 0)
    return rankOf(markerOf(indexColumn < 0 ? '' : grid.textAt(row + 1, indexColumn), label), label)
  }
  for (let row = head; row < grid.height; row++) {
    const labels = labelsOf(grid, row, stubColumns, outer)
    const text = labels.at(-1)?.content.text ?? ''
    if (text === '' && !roles.some((role, column) => role === 'data' && grid.textAt(row, column) !== '')) continue
    const above = rows.at(-1)
    if (above !== undefined && goesOnAbove(grid, row, roles, text)) {
      rows[rows.length - 1] = { ...above, labels: withMore(above.labels, labels.at(-1)) }
      continue
    }
    const marker = markerOf(indexColumn < 0 ? '' : grid.textAt(row, indexColumn), text)
    const found = words.leadOf(text)
    const lead = found !== null && found.length >= text.trimEnd().length ? found.role : null
    const rank = marker === null && words.addsUp(text) ? rankOfSum(open) : rankOf(marker, text)
    const index = rows.length
    const below = lead === null ? 0 : rankBelow(row)
    const nested = lead === 'of-which' && startsLower(open, below)
    const beside = lead === 'breakdown' && below >= RANK.dash && open.at(-1)?.rank === below
    const parent =
      lead === null || (beside && !open.some(one => one.base !== undefined))
        ? parentOf(open, rank)
        : nested
          ? index - 1
          : parentOfLead(rows, open, text, rank)
    rows.push({ row, marker, labels, parent, lead })
    if (lead === null) open.push({ index, rank })
    else open.push({ index, rank: LEAD, base: parent === null ? rank : rankAt(rows, parent) })
  }
  return rows
}

/** A row of a few words in lower case alone is the end of the label above it. */
const goesOnAbove = (grid: Grid, row: number, roles: readonly ColumnRole[], text: string): boolean =>
  /^\p{Ll}(?![).])/u.test(text) &&
  !/:\s*$/.test(text) &&
  grid.row(row).every(cell => cell.kind === 'empty' || roles[cell.column] === 'stub')

const withMore = (labels: readonly Cell[], more: Cell | undefined): readonly Cell[] => {
  const last = labels.at(-1)
  if (last === undefined || more === undefined) return labels
  return [...labels.slice(0, -1), { ...last, content: joinMapped([last.content, ' ', more.content]) }]
}

const LEAD = Number.NaN

/** `Cộng` stands beside the rows that it adds up: those right under the section. */
const rankOfSum = (open: readonly Open[]): number =>
  open.find(one => one.base === undefined && one.rank >= RANK.number)?.rank ?? RANK.plain

const rankAt = (rows: readonly StubRow[], index: number): number => {
  const row = rows[index]
  return rankOf(row?.marker ?? null, row?.labels.at(-1)?.content.text ?? '')
}

/** The open row under which a row of this rank stands; what it closes is taken off. */
const parentOf = (open: Open[], rank: number): number | null => {
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (top.base !== undefined) {
      // parts of a lead-in look alike; a row like the one it stands under ends them, unless they look like that themselves
      top.parts ??= rank
      const closes = rank < top.base || (rank === top.base && top.parts !== top.base) || rank < top.parts
      if (!closes) return top.index
    } else if (top.rank < rank) return top.index
    open.pop()
  }
  return null
}

/** Behind parts with dashes `Trong đó:` leads over to what has a lower marker: to parts of the last of them. */
const startsLower = (open: readonly Open[], below: number): boolean => {
  const parts = open.findLast(one => one.base !== undefined)?.parts ?? RANK.plain
  return parts !== RANK.plain && below !== RANK.plain && below > parts
}

/** A lead-in stands under the row before it; another way of parting the same whole stands beside the first. */
const parentOfLead = (rows: readonly StubRow[], open: Open[], text: string, rank: number): number | null => {
  const last = open.findLastIndex(one => one.base !== undefined)
  const before = open[last]
  const said = before === undefined ? '' : (rows[before.index]?.labels.at(-1)?.content.text ?? '')
  const alike = before !== undefined && said.trim() !== text.trim() && (rows.at(-1)?.lead ?? null) === null
  if (before !== undefined && alike && rank >= (before.base ?? 0)) {
    open.length = last
    return rows[before.index]?.parent ?? null
  }
  return rows.length === 0 ? null : rows.length - 1
}

const labelsOf = (grid: Grid, row: number, columns: readonly number[], outer: (Cell | undefined)[]): Cell[] => {
  const labels: Cell[] = []
  columns.forEach((column, i) => {
    const cell = grid.at(row, column)
    const filled = cell !== null && cell.kind !== 'empty' ? cell : undefined
    if (filled !== undefined) {
      if (filled !== outer[i]) outer.length = i
      outer[i] = filled
    }
    // an empty place before a label goes on with the label above
    const label = filled ?? (i < columns.length - 1 ? outer[i] : undefined)
    if (label !== undefined && !labels.includes(label)) labels.push(label)
  })
  const last = labels.at(-1)
  return last !== undefined && last.row + last.rowSpan <= row && labels.every(label => label.row < row) ? [] : labels
}

const markerOf = (index: string, label: string): string | null => {
  const own = MARKER.exec(label)
  const said = own?.[1] ?? own?.[2] ?? null
  const numbered = index.trim().replace(/[.)]$/u, '')
  if (numbered === '') return said
  return numbered
}

const rankOf = (marker: string | null, label: string): number => {
  if (marker === null) return /\p{Lu}{3}/u.test(label) && label === label.toUpperCase() ? RANK.upper : RANK.plain
  if (/^\d+(?:\.\d+)*$/.test(marker)) return RANK.number + 0.1 * (marker.split('.').length - 1)
  if (ROMAN.test(marker)) return RANK.roman
  if (/^[A-ZĐ]$/.test(marker)) return RANK.capital
  if (/^[a-zđ]$/.test(marker)) return RANK.letter
  return marker === '+' ? RANK.plus : /^[-–]$/.test(marker) ? RANK.dash : RANK.star
}
