import type { Span, Table, TableCell } from '../../contract/index.ts'

/** Text between the cells of a table that belongs to none of them: a page number, a head that is repeated. */
export interface Stray extends Span {
  /** The cell that it stands behind. */
  readonly after: TableCell
}

/** A table with the stretches of the text that its cells are drawn from. */
export interface TablePart {
  readonly kind: 'table'
  readonly table: Table
  /** In reading order; a cell without text has none. */
  readonly texts: ReadonlyMap<TableCell, readonly Span[]>
  readonly strays: readonly Stray[]
}

export interface ProsePart extends Span {
  readonly kind: 'prose'
}

export type Part = ProsePart | TablePart

interface Claim extends Span {
  readonly table: Table
  readonly cell: TableCell
}

interface OpenTable extends TablePart {
  readonly texts: Map<TableCell, Span[]>
  readonly strays: Stray[]
}

/** What parts cells: white space, and borders that are drawn with characters. */
const SEPARATORS = /\s|\||[\u2500-\u257f]|[-=_–—+]{3,}/g

const holdsNothing = (words: string): boolean => words.replace(SEPARATORS, '') === ''

/** What the cells say is theirs, in the order of the text; where two want the same, the one that begins first has it. */
const claimsOf = (tables: readonly Table[], length: number): Claim[] => {
  const claims = tables.flatMap(table =>
    [...table.header, ...table.rows]
      .flat()
      .flatMap(cell =>
        [cell, ...(cell.more ?? [])].map(
          ({ start, end }): Claim => ({ start, end: Math.min(end, length), table, cell }),
        ),
      ),
  )
  claims.sort((a, b) => a.start - b.start || b.end - a.end)
  let at = 0
  return claims.flatMap(claim => {
    const start = Math.max(claim.start, at)
    if (start >= claim.end) return []
    at = claim.end
    return [{ ...claim, start }]
  })
}

/** The lines of a gap between two cells that hold more than what parts cells. */
const straysIn = (text: string, start: number, end: number, after: TableCell): Stray[] => {
  const strays: Stray[] = []
  for (let from = start; from < end; ) {
    const lineBreak = text.indexOf('\n', from)
    const to = lineBreak === -1 ? end : Math.min(lineBreak, end)
    const words = text.slice(from, to)
    if (!holdsNothing(words)) {
      const first = from + words.length - words.trimStart().length
      strays.push({ start: first, end: from + words.trimEnd().length, after })
    }
    from = to + 1
  }
  return strays
}

/** Without the rest of a table's last line before it and the beginning of a table's first line behind it, if they are empty. */
const proseBetween = (text: string, start: number, end: number, behind: boolean, before: boolean): ProsePart | null => {
  let from = start
  let to = end
  if (behind) {
    const lineBreak = text.indexOf('\n', from)
    const stop = lineBreak === -1 || lineBreak >= to ? to : lineBreak + 1
    if (holdsNothing(text.slice(from, stop))) from = stop
  }
  if (before && from < to) {
    const lineBreak = text.lastIndexOf('\n', to - 1)
    if (holdsNothing(text.slice(Math.max(from, lineBreak), to))) to = Math.max(from, lineBreak)
  }
  return from < to || !(behind || before) ? { kind: 'prose', start: from, end: to } : null
}

/**
 * The text as stretches of prose and tables, in reading order. Each unit of it is in one part at most; those in none are
 * white space and drawn borders at the edges of cells.
 * @param text as read
 * @param tables in any order; tables that run side by side come one after the other
 */
export const partText = (text: string, tables: readonly Table[]): readonly Part[] => {
  const claims = claimsOf(tables, text.length)
  const ends = new Map<Table, number>()
  for (const { table, end } of claims) ends.set(table, end)

  const parts: Part[] = []
  const opened = new Map<Table, OpenTable>()
  /** Where the last of the tables ends that have begun. */
  let tableEnd = 0
  let last: Claim | undefined
  const gap = (start: number, end: number, before: boolean): void => {
    const open = last === undefined || start >= tableEnd ? undefined : opened.get(last.table)
    if (last !== undefined && open !== undefined) {
      open.strays.push(...straysIn(text, start, end, last.cell))
      return
    }
    const prose = proseBetween(text, start, end, last !== undefined, before)
    if (prose !== null) parts.push(prose)
  }
  for (const claim of claims) {
    const at = last?.end ?? 0
    if (at < claim.start) gap(at, claim.start, true)
    let open = opened.get(claim.table)
    if (open === undefined) {
      open = { kind: 'table', table: claim.table, texts: new Map(), strays: [] }
      opened.set(claim.table, open)
      parts.push(open)
      tableEnd = Math.max(tableEnd, ends.get(claim.table) ?? 0)
    }
    const { start, end, cell } = claim
    const texts = open.texts.get(cell)
    if (texts === undefined) open.texts.set(cell, [{ start, end }])
    else texts.push({ start, end })
    last = claim
  }
  const rest = last?.end ?? 0
  if (rest < text.length || last === undefined) gap(rest, text.length, false)
  return parts
}
