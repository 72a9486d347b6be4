import type { ColumnFormula, FormulaStep } from '../contract/index.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { Grid } from './grid.ts'

/** A place of a numbering row: `(1)`, `A`, `4=5+6`, `(7)=(8)+(9)`, `(5)=(4)/(3)x100`. */
const TOKEN = /^\(?(?:[A-ZĐ]|\d{1,2})\)?(?:\s*=.*)?$/u

const HIGHEST_ROW = 8

/** The row of the head that numbers the columns; null without one. */
export const numberingRow = (grid: Grid): number | null => {
  for (let row = 0; row < Math.min(HIGHEST_ROW, grid.height); row++) {
    const texts = grid.row(row).map(cell => cell.content.text.trim())
    const filled = texts.filter(text => text !== '')
    if (filled.length < 3 || !filled.every(text => TOKEN.test(text) && text.length < 30)) continue
    const numbers = filled.flatMap(text => numberOf(text) ?? [])
    const counts = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
    if (numbers.length >= 2 && counts && (numbers[0] ?? 9) <= 3) return row
  }
  return damagedNumberingRow(grid)
}

/** So many places of a damaged row still number their columns, and so large a share; no other place has more characters. */
const FEWEST_WHOLE = 4
const WHOLE_SHARE = 0.6
const LONGEST_DAMAGED = 5

/** Numbers that count along with their columns differ from these by so much, most of them; null where too few do. */
const usualOffset = (numbers: readonly (readonly [column: number, number: number])[]): number | null => {
  const offsets = numbers.map(([column, number]) => number - column).sort((one, other) => one - other)
  const usual = offsets[offsets.length >> 1] ?? 0
  return offsets.filter(offset => offset === usual).length >= FEWEST_WHOLE ? usual : null
}

/** The columns whose number in a numbering row a scan has damaged, with the number that must have stood there. */
const damagedNumbers = (grid: Grid, row: number): (readonly [column: number, number: number])[] => {
  const cells = grid.row(row).map(({ column, content }) => ({ column, text: content.text.trim() }))
  const usual = usualOffset(
    cells.flatMap(({ column, text }) => {
      const number = numberOf(text)
      return number === null ? [] : [[column, number] as const]
    }),
  )
  if (usual === null) return []
  return cells.flatMap(({ column, text }) =>
    text !== '' && !TOKEN.test(text) && column + usual > 0 ? [[column, column + usual] as const] : [],
  )
}

/** A row of the head in which a scan has damaged some places: the others count along with their columns. */
const damagedNumberingRow = (grid: Grid): number | null => {
  for (let row = 1; row < Math.min(HIGHEST_ROW, grid.height); row++) {
    const filled = grid
      .row(row)
      .map(cell => ({ column: cell.column, text: cell.content.text.trim() }))
      .filter(({ text }) => text !== '')
    const offsets = filled.flatMap(({ column, text }) => {
      const number = TOKEN.test(text) ? numberOf(text) : null
      return number === null ? [] : [number - column]
    })
    const usual = offsets.toSorted((one, other) => one - other)[offsets.length >> 1] ?? 0
    const whole = offsets.filter(offset => offset === usual).length
    const isShort = filled.every(({ text }) => TOKEN.test(text) || text.length <= LONGEST_DAMAGED)
    const begins = usual <= 1 && usual >= -3
    if (isShort && begins && whole >= FEWEST_WHOLE && whole >= WHOLE_SHARE * filled.length) return row
  }
  return null
}

const numberOf = (text: string): number | null => {
  const digits = /^\(?(\d{1,2})\)?/.exec(text)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The formulas of a numbering row; what is no formula over its numbers is left out. */
export const formulasOf = (grid: Grid, row: number): ColumnFormula[] => {
  const columns = new Map<number, number>()
  for (const cell of grid.row(row)) {
    const number = numberOf(cell.content.text.trim())
    if (number !== null) columns.set(number, cell.column)
  }
  for (const [column, number] of damagedNumbers(grid, row)) if (!columns.has(number)) columns.set(number, column)
  return grid.row(row).flatMap(cell => {
    const text = cell.content.text
    const sign = text.indexOf('=')
    const steps = sign < 0 ? null : postfix(text.slice(sign + 1), columns)
    return steps === null ? [] : [{ column: cell.column, text, steps, ...sourceSpan(cell.content, 0, text.length) }]
  })
}

type Operator = '+' | '-' | '*' | '/'

const OPERATORS: Readonly<Record<string, Operator>> = {
  ...{ '+': '+', '-': '-', '–': '-', '*': '*', x: '*', X: '*', '×': '*', '/': '/', ':': '/' },
}

const BINDS: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2 }

/**
 * The steps of an arithmetic expression over column numbers, in postfix order (Dijkstra's shunting yard). A number that no
 * column has stands for itself (`3/1*100`); a bracket without its other half counts for nothing. Null where it is no expression.
 */
const postfix = (text: string, columns: ReadonlyMap<number, number>): FormulaStep[] | null => {
  const tokens = text.replace(/%/g, '').match(/\d+|[+\-–*xX×/:()]|\S/gu) ?? []
  const steps: FormulaStep[] = []
  const waiting: (Operator | '(')[] = []
  let operandDue = true
  const take = (until: (o: Operator | '(') => boolean) => {
    for (let top = waiting.at(-1); top !== undefined && !until(top); top = waiting.at(-1)) {
      waiting.pop()
      if (top !== '(') steps.push({ operator: top })
    }
  }
  for (const token of tokens) {
    const opens = token === '(' || /^\d+$/.test(token)
    if (opens !== operandDue) return null
    if (token === '(') waiting.push('(')
    else if (opens) {
      const column = columns.get(Number(token))
      steps.push(column === undefined ? { number: Number(token) } : { column })
      operandDue = false
    } else if (token === ')') {
      take(top => top === '(')
      waiting.pop()
    } else {
      const operator = OPERATORS[token]
      if (operator === undefined) return null
      take(top => top === '(' || BINDS[top] < BINDS[operator])
      waiting.push(operator)
      operandDue = true
    }
  }
  take(() => false)
  return !operandDue && steps.length > 1 && steps.some(step => 'column' in step) ? steps : null
}
