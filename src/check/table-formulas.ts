import type { ColumnFormula, FormulaStep } from '../contract/index.ts'
import type { Found } from './found.ts'
import { type Bound, figure, type Identity, number, operation, outcomeOf } from './identity.ts'
import type { TableGrid } from './table-grid.ts'

/** What a table says of its own columns in its numbering row: `(4)=(5)+(6)`, `7=3/1*100`. */
export const DECLARED = 'table-formula'

/** The identities of a table's own formulas, one a row. A dash counts as nothing where another figure of its group is there. */
export const declaredIdentities = (grid: TableGrid): Found[] =>
  grid.table.formulas.flatMap(formula => {
    const rows = grid.rows.flatMap(row => rowIdentity(grid, formula, row) ?? [])
    // a column whose formula is read wrongly comes out nowhere
    const right = rows.filter(identity => outcomeOf(identity) !== 'fails').length
    return right * 2 < rows.length ? [] : rows.map(identity => ({ identity, although: null }))
  })

const rowIdentity = (grid: TableGrid, { column, steps }: ColumnFormula, row: number): Identity | null => {
  const left = grid.at(row, column)
  if (left === null) return null
  const right = bound(grid, withoutHundred(steps, left.observation.unit === 'percent'), row)
  return right === null ? null : { rule: DECLARED, left, relation: '=', right, tolerance: 0 }
}

const HUNDRED = 100

/** A percentage is a hundredfold already. */
const withoutHundred = (steps: readonly FormulaStep[], isPercent: boolean): readonly FormulaStep[] => {
  const at = steps.findIndex((step, i) => 'number' in step && step.number === HUNDRED && isTimes(steps.slice(i + 1)))
  if (!isPercent || at < 0) return steps
  const times = steps.findIndex((step, i) => i > at && 'operator' in step && step.operator === '*')
  return steps.filter((_, i) => i !== at && i !== times)
}

const isTimes = (rest: readonly FormulaStep[]): boolean => rest.some(s => 'operator' in s && s.operator === '*')

/** Null where a factor is missing, or all terms of a sum are. */
const bound = (grid: TableGrid, steps: readonly FormulaStep[], row: number): Bound | null => {
  const stack: (Bound | null)[] = []
  for (const step of steps) {
    if ('column' in step) {
      const found = grid.at(row, step.column)
      stack.push(found === null ? null : figure(found))
    } else if ('number' in step) {
      stack.push(number(step.number))
    } else {
      const right = stack.pop() ?? null
      const left = stack.pop() ?? null
      stack.push(joined(step.operator, left, right))
    }
  }
  return stack[0] ?? null
}

const joined = (operator: '+' | '-' | '*' | '/', left: Bound | null, right: Bound | null): Bound | null => {
  if (left !== null && right !== null) return operation(operator, left, right)
  if (operator === '+') return left ?? right
  if (operator === '-') return left
  return null
}
