import { Fragment } from 'preact'
import { LineText } from './line-text.tsx'
import type { DrawnCell } from './table-layout.ts'

/** Longer texts are given room: the browser would squeeze them to the width of their longest word. */
const LONG = 18

/** A cell, which `data-cell` finds by its row and column in the table as read. */
export function TableCell({ cell, text }: { cell: DrawnCell; text: string }) {
  const { kind, row, column, rowSpan, columnSpan, pieces, length } = cell
  const [first, ...more] = pieces
  const heads = length > 0 && (kind === 'head' || kind === 'label')
  const Tag = heads ? 'th' : 'td'
  return (
    <Tag
      data-cell={`${row}:${column}`}
      data-start={more.length === 0 ? first?.start : undefined}
      class={length > LONG && kind !== 'figure' ? `${kind} long` : kind}
      scope={heads ? (kind === 'head' ? 'col' : 'row') : undefined}
      rowSpan={rowSpan === 1 ? undefined : rowSpan}
      colSpan={columnSpan === 1 ? undefined : columnSpan}
    >
      {first !== undefined && more.length === 0 && <LineText line={first} text={text} />}
      {more.length > 0 &&
        pieces.map((line, i) => (
          <Fragment key={line.start}>
            {i > 0 && ' '}
            <span data-start={line.start}>
              <LineText line={line} text={text} />
            </span>
          </Fragment>
        ))}
    </Tag>
  )
}
