import { LineText } from './line-text.tsx'
import type { Line } from './text-layout.ts'

const FIGURE = /^[\s\d.,%/()–−-]+$/
/** Longer cells are given room: the browser would squeeze them to the width of their longest word. */
const LONG = 18

const kindOf = (words: string): string | undefined =>
  FIGURE.test(words) ? 'figure' : words.length > LONG ? 'words' : undefined

/** Rows whose cells the text sets apart by tabs. */
export function TextTable({ rows, text }: { rows: readonly Line[][]; text: string }) {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return (
    <div class="text-table">
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
