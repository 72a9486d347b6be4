import { LineText } from './line-text.tsx'
import { TableCaption } from './table-caption.tsx'
import { TableCell } from './table-cell.tsx'
import type { DrawnRow, DrawnTable } from './table-layout.ts'

/** Labels that stay in sight cost the browser a layer each. */
const MOST_STICKY_ROWS = 300

interface RowsProps {
  readonly rows: readonly DrawnRow[]
  readonly columns: number
  readonly text: string
}

function Rows({ rows, columns, text }: RowsProps) {
  return (
    <>
      {rows.map(row =>
        row.kind === 'cells' ? (
          <tr key={row.row}>
            {row.cells.map((cell, i) =>
              cell === null ? <td key={i} /> : <TableCell key={i} cell={cell} text={text} />,
            )}
          </tr>
        ) : (
          <tr key={`stray-${row.lines[0]?.start}`} class="stray">
            <td colSpan={columns}>
              {row.lines.map(line => (
                <p key={line.start} data-start={line.start}>
                  <LineText line={line} text={text} />
                </p>
              ))}
            </td>
          </tr>
        ),
      )}
    </>
  )
}

/** A table as it was read, in a box of its own that scrolls where the table is wider or higher than the text's pane. */
export function DataTable({ table, text }: { table: DrawnTable; text: string }) {
  const { id, head, body, columns, labels } = table
  const sticky = labels >= 0 && body.length <= MOST_STICKY_ROWS
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      class="data-table"
      role="group"
      aria-labelledby={`caption-${id}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls must be reachable by keys
      tabIndex={0}
    >
      <table data-table={id} class={sticky ? 'keeps-labels' : undefined}>
        <TableCaption table={table} />
        {head.length > 0 && (
          <thead>
            <Rows rows={head} columns={columns} text={text} />
          </thead>
        )}
        <tbody>
          <Rows rows={body} columns={columns} text={text} />
        </tbody>
      </table>
    </div>
  )
}
