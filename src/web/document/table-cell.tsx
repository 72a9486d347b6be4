import { type ComponentChildren, Fragment } from 'preact'
import type { Line } from './ink.ts'
import { LineText } from './line-text.tsx'
import type { DrawnCell } from './table-layout.ts'

/** Longer texts are given room: the browser would squeeze them to the width of their longest word. */
const LONG = 18

const SCOPES: Partial<Record<DrawnCell['kind'], 'col' | 'row'>> = { head: 'col', corner: 'col', label: 'row' }

/** Most of a long table's cells have no ink: a component for each would double the time to draw it. */
const draw = (line: Line, text: string): ComponentChildren =>
  line.pieces.every(({ kind }) => kind === 'plain') ? (
    text.slice(line.start, line.end)
  ) : (
    <LineText line={line} text={text} />
  )

/** A cell, which `data-cell` finds by its row and column in the table as read. */
export function TableCell({ cell, text }: { cell: DrawnCell; text: string }) {
  const { kind, row, column, rowSpan, columnSpan, pieces, length } = cell
  const [first, ...more] = pieces
  const scope = length === 0 ? undefined : SCOPES[kind]
  const Tag = scope === undefined ? 'td' : 'th'
  return (
    <Tag
      data-cell={`${row}:${column}`}
      data-start={more.length === 0 ? first?.start : undefined}
      class={length > LONG && kind !== 'figure' ? `${kind} long` : kind}
      scope={scope}
      rowSpan={rowSpan === 1 ? undefined : rowSpan}
      colSpan={columnSpan === 1 ? undefined : columnSpan}
    >
      {first !== undefined && more.length === 0 && draw(first, text)}
      {more.length > 0 &&
        pieces.map((line, i) => (
          <Fragment key={line.start}>
            {i > 0 && ' '}
            <span data-start={line.start}>{draw(line, text)}</span>
          </Fragment>
        ))}
    </Tag>
  )
}
