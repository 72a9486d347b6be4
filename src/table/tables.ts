import type { Block } from '../outline/block.ts'
import { layoutTables } from '../outline/rows.ts'
import type { SourceDocument } from '../read/source-document.ts'
import type { TableWords } from '../rules/table-words.ts'
import { alignRows } from './align-rows.ts'
import { captionOf } from './caption.ts'
import { columnRoles } from './columns.ts'
import { type Grid, gridOf } from './grid.ts'
import { headRows } from './head-rows.ts'
import { withHeadSpans } from './head-spans.ts'
import { joinTables } from './join-tables.ts'
import { formulasOf, numberingRow } from './numbering.ts'
import { stubRows } from './stub.ts'
import type { TableModel } from './table-model.ts'
import type { IsUnit } from './unit-text.ts'

/**
 * Understands the tables of a document: joins the parts of those that go on over pages, tells head from body, gives flattened
 * heads their merged cells back, says what each column is for and how the rows stand under one another. Tables that only lay out
 * the document's head or foot are left out.
 */
export const tablesOf = (
  document: SourceDocument,
  blocks: readonly Block[],
  words: TableWords,
  isUnit: IsUnit,
): TableModel[] => {
  const layout = new Set(layoutTables(document))
  const parts = document.tables
    .filter(table => !layout.has(table))
    .map(table => {
      const found = gridOf(document.text, table)
      const head = headRows(found, words)
      const aligned = alignRows(found, head, isUnit, words)
      const grid = table.flattened ? headed(aligned.grid, head) : aligned.grid
      return { grid, head, start: table.start, end: table.end, moved: aligned.moved }
    })
    .filter(({ grid }) => grid.width > 1 && grid.height > 0)
  const starts = firstRows(blocks)
  return joinTables(parts, document).map((table, i) => {
    const { grid, head, start, end, repeated } = table
    const numbering = numberingRow(grid)
    const roles = columnRoles(grid, head, words, isUnit)
    return {
      ...{ id: `t${i + 1}`, start, end, grid, head, numbering, roles, repeated },
      formulas: numbering === null ? [] : formulasOf(grid, numbering),
      rows: stubRows(grid, head, roles, words),
      caption: captionOf(blocks, starts(start), isUnit),
      moved: parts.find(part => part.start === start)?.moved ?? [],
    }
  })
}

const headed = (grid: Grid, head: number): Grid => {
  const numbering = numberingRow(grid)
  return withHeadSpans(grid, numbering === null ? head : numbering)
}

/** Finds the first block that begins at or behind an offset of the text as read; blocks are in reading order. */
const firstRows = (blocks: readonly Block[]): ((offset: number) => number) => {
  const rows = blocks.flatMap((block, i) =>
    block.kind === 'row' ? [{ at: i, start: block.content.starts[0] ?? 0 }] : [],
  )
  return offset => {
    let low = 0
    for (let high = rows.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((rows[middle]?.start ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return rows[low]?.at ?? blocks.length
  }
}
