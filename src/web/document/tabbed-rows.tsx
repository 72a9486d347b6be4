import type { Line } from './ink.ts'
import { LineText } from './line-text.tsx'
import { isFigure } from './row-labels.ts'

/** Longer cells are given room: the browser would squeeze them to the width of their longest word. */
const LONG = 18

const kindOf = (words: string): string | undefined =>
  isFigure(words) ? 'figure' : words.length > LONG ? 'words' : undefined

/** Lines whose words the text sets apart by tabs, and which are in no table that was read. */
export function TabbedRows({ rows, text }: { rows: readonly Line[][]; text: string }) {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return (
    <div class="tabbed-rows">
      <table>
        <tbody>
          {rows.map(row => (
            <tr key={row[0]?.start}>
              {row.map((cell, index) => (
                <td
                  key={cell.start}
                  data-start={cell.start}
                  class={kindOf(text.slice(cell.start, cell.end))}
                  // A short row leaves its last cell the rest of the line.
                  colSpan={index === row.length - 1 ? columns - index : undefined}
                >
                  <LineText line={cell} text={text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
