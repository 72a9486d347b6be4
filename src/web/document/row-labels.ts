import type { Observation, Table, TableCell } from '../../contract/index.ts'

/** Which cells of a table's body are the labels of their rows. */
export interface RowLabels {
  readonly isLabel: (cell: TableCell) => boolean
  /** The last column of labels; up to here numbers are ordinals. -1 where the table has no labels. */
  readonly last: number
}

const FIGURE = /^[\s\d.,%/()+*=:–−-]+$/
const WORDS = /\p{L}{2}/u

export const isFigure = (words: string): boolean => FIGURE.test(words)

/** The cells that the records of each table name as headers of their rows, and the columns of those in the record's own row. */
export class KnownLabels {
  readonly #places = new Map<string, Set<string>>()
  readonly #columns = new Map<string, Set<number>>()

  constructor(observations: readonly Observation[]) {
    for (const { evidence } of observations) {
      const { cell } = evidence
      if (cell === null) continue
      for (const { row, column } of cell.headers.slice(0, cell.rowHeader.length)) {
        put(this.#places, cell.table, `${row}:${column}`)
        if (row === cell.row) put(this.#columns, cell.table, column)
      }
    }
  }

  /** @returns what the records tell of a table; where they tell nothing, its first column of words holds the labels */
  of(table: Table): RowLabels {
    const places = this.#places.get(table.id) ?? new Set()
    const columns = this.#columns.get(table.id) ?? new Set(firstOfWords(table))
    const isLabel = ({ row, column, text }: TableCell): boolean =>
      places.has(`${row}:${column}`) || (columns.has(column) && text.trim() !== '' && !isFigure(text))
    return { isLabel, last: Math.max(-1, ...columns) }
  }
}

const put = <Value>(sets: Map<string, Set<Value>>, key: string, value: Value): void => {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}

const firstOfWords = ({ rows }: Table): readonly number[] => {
  const columns = new Map<number, { cells: number; words: number }>()
  for (const { column, text } of rows.flat()) {
    if (text.trim() === '') continue
    const counts = columns.get(column) ?? { cells: 0, words: 0 }
    counts.cells += 1
    if (WORDS.test(text)) counts.words += 1
    columns.set(column, counts)
  }
  const found = [...columns].filter(([, { cells, words }]) => 2 * words > cells).map(([column]) => column)
  return found.length === 0 ? [] : [Math.min(...found)]
}
