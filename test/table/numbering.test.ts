import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormulaStep } from '../../src/contract/index.ts'
import { formulasOf, numberingRow } from '../../src/table/numbering.ts'
import { drawnGrid, placesOf } from './drawn.ts'

const HEAD = 'TT | Nội dung | Tổng số | NSTW | NSĐP'

/** The formulas of a numbering row, `[5] = [4] [3] / 100 *`, columns by their places. */
const formulasIn = (row: string): string[] => {
  const width = placesOf(row)[0]?.length ?? 0
  const grid = drawnGrid(`${Array.from({ length: width }, (_, i) => `Cột ${i}`).join(' | ')}\n${row}`)
  return formulasOf(grid, 1).map(({ column, steps }) => `[${column}] = ${steps.map(written).join(' ')}`)
}

const written = (step: FormulaStep): string =>
  'column' in step ? `[${step.column}]` : 'number' in step ? String(step.number) : step.operator

describe('the row that numbers the columns', () => {
  it.each([
    ['digits', `${HEAD}\n1 | 2 | 3 | 4 | 5\nI | Đào tạo | 500 | 300 | 200`, 1],
    ['digits in brackets', `${HEAD}\n(1) | (2) | (3) | (4) | (5)\nI | Đào tạo | 500 | 300 | 200`, 1],
    ['letters before the digits', `${HEAD}\nA | B | 1 | 2 | 3\nI | Đào tạo | 500 | 300 | 200`, 1],
    ['formulas', `${HEAD}\n1 | 2 | 3=4+5 | 4 | 5\nI | Đào tạo | 500 | 300 | 200`, 1],
    [
      'the third row of a head in two levels',
      'TT | Nội dung | Tổng số | Trong đó | ←\n↑ | ↑ | ↑ | NSTW | NSĐP\n(1) | (2) | (3)=(4)+(5) | (4) | (5)\n1 | Đào tạo | 5 | 3 | 2',
      2,
    ],
    [
      'places that a scan has damaged',
      `${HEAD} | Q1 | Q2 | Q3\nẠA | G | 1 | 2 | 3 | Bì | 5=3/1 | 6=4/1\nI | Đào tạo | 5 | 3 | 2 | 4 | 1 | 9`,
      1,
    ],
    ['places that are left empty at the labels', `${HEAD}\n | | 1 | 2 | 3\nI | Đào tạo | 500 | 300 | 200`, 1],
  ])('is known by %s', (_, drawn, row) => {
    expect(numberingRow(drawnGrid(drawn))).toBe(row)
  })

  it.each([
    ['a row of small figures that do not count up', `${HEAD}\n1 | 2 | 5 | 3 | 2\nI | 4 | 6 | 5 | 1`],
    ['a row of figures that begins with its own number', `${HEAD}\n1 | Đào tạo | 2 | 1 | 1\n2 | Vay vốn | 3 | 2 | 1`],
    ['figures that count up from somewhere else', `${HEAD}\n7 | 8 | 9 | 10 | 11\nI | Đào tạo | 5 | 3 | 2`],
    ['a head of years', 'TT | Chỉ tiêu | 2018 | 2019\n1 | HTX | 160 | 176'],
    ['two numbers alone', 'Chỉ tiêu | Số\n1 | 2\nHTX | 160'],
  ])('is none in %s', (_, drawn) => {
    expect(numberingRow(drawnGrid(drawn))).toBeNull()
  })
})

describe('a formula of the numbering row', () => {
  it.each([
    ['A | B | 4=5+6 | 5 | 6', ['[2] = [3] [4] +']],
    ['(5) | (6) | (7)=(8)+(9) | (8) | (9)', ['[2] = [3] [4] +']],
    ['1 | 2 | 3 | 4=3-2 | 5', ['[3] = [2] [1] -']],
    ['1 | 2 | 3 | 4 | 5 | 6 | 7=3/1*100', ['[6] = [2] [0] / 100 *']],
    ['1 | 2 | 3 | 4 | 5=4/3x100', ['[4] = [3] [2] / 100 *']],
    ['1 | 2 | 3 | 4 | 5=4/3*100%', ['[4] = [3] [2] / 100 *']],
    ['(1) | (2) | (3) | (4) | (5)=(4)/(3)x100', ['[4] = [3] [2] / 100 *']],
    ['1 | 2 | 3 | 4 | 5 = 4 : 3 × 100', ['[4] = [3] [2] / 100 *']],
    ['1 | 2 | 3=(4+5)/6 | 4 | 5 | 6', ['[2] = [3] [4] + [5] /']],
    ['1 | 2 | 3=4-(5-6) | 4 | 5 | 6', ['[2] = [3] [4] [5] - -']],
    ['1 | 2 | 3=4-5-6 | 4 | 5 | 6', ['[2] = [3] [4] - [5] -']],
    ['1 | 2 | 3=((4+5)x(6-2))/1 | 4 | 5 | 6', ['[2] = [3] [4] + [5] [1] - * [0] /']],
    ['1 | 2 | 3=4+5 | 4 | 5 | 6=7+8 | 7 | 8', ['[2] = [3] [4] +', '[5] = [6] [7] +']],
    ['1 | 2 | 3=4+5+6+7 | 4 | 5 | 6 | 7', ['[2] = [3] [4] + [5] + [6] +']],
  ])('%s is read with the places of its columns', (row, formulas) => {
    expect(formulasIn(row)).toEqual(formulas)
  })

  it.each([
    ['with a word in it', '1 | 2 | 3=tổng | 4 | 5'],
    ['that only names another column', '1 | 2 | 3=4 | 4 | 5'],
    ['that is cut off', '1 | 2 | 3=4+ | 4 | 5'],
    ['that is empty', '1 | 2 | 3= | 4 | 5'],
    ['of columns that are not there', '1 | 2 | 3=8+9 | 4 | 5'],
  ])('%s is none', (_, row) => {
    expect(formulasIn(row)).toEqual([])
  })

  it.each([
    ['an operator before its operands', '1 | 2 | 3=+4 5 | 4 | 5'],
    ['a number that follows a number', '1 | 2 | 3=4 5+ | 4 | 5'],
    ['empty brackets', '1 | 2 | 3=4+() 5 | 4 | 5'],
    ['a number right before a bracket', '1 | 2 | 3=4(5+1) | 4 | 5'],
  ])('with %s is none', (_, row) => {
    expect(formulasIn(row)).toEqual([])
  })

  it.each([
    ['never closed', '1 | 2 | 3=(4+5 | 4 | 5'],
    ['never opened', '1 | 2 | 3=4+5) | 4 | 5'],
  ])('may have a bracket that is %s, as a scan leaves it', (_, row) => {
    expect(formulasIn(row)).toEqual(['[2] = [3] [4] +'])
  })

  it('may multiply what stands in brackets', () => {
    expect(formulasIn('(1) | (2) | (3) | (4) | (5)=(4)/(3)*100')).toEqual(['[4] = [3] [2] / 100 *'])
  })

  it('keeps its words and where they stand', () => {
    const drawn = 'A | B | C | D | E\nA | B | 1=2+3 | 2 | 3'
    const [formula] = formulasOf(drawnGrid(drawn), 1)
    const text = placesOf(drawn)
      .map(row => row.join('\t'))
      .join('\n')
    expect(formula?.text).toBe('1=2+3')
    expect(text.slice(formula?.start, formula?.end)).toBe('1=2+3')
  })
})

/** An arithmetic expression and what it comes to, which is worked out as it is made. */
interface Expression {
  readonly text: string
  readonly value: number
  /** 3 of a number or brackets, 2 of a product, 1 of a sum. */
  readonly binds: number
}

/** What stands in the numbered columns 1 to 9; primes, so that no two expressions come to the same by chance. */
const STANDING = [2, 3, 5, 7, 11, 13, 17, 19, 23]
const VALUES = (column: number): number => STANDING[column] ?? Number.NaN

const bracketed = (inner: Expression, needed: boolean): string => (needed ? `(${inner.text})` : inner.text)

const combine = (left: Expression, operator: '+' | '-' | '*' | '/', right: Expression): Expression => {
  const binds = operator === '+' || operator === '-' ? 1 : 2
  // to the right of an operator what binds alike is worked out later
  const sign = operator === '*' ? '×' : operator
  const text = `${bracketed(left, left.binds < binds)}${sign}${bracketed(right, right.binds <= binds)}`
  const [a, b] = [left.value, right.value]
  const value = { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[operator]
  return { text, value, binds }
}

const { expression } = fc.letrec<{ expression: Expression; column: Expression; operation: Expression }>(tie => ({
  expression: fc.oneof({ maxDepth: 5, depthSize: 'large' }, tie('column'), tie('operation')),
  column: fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.boolean())
    .map(([n, brackets]) => ({ text: brackets ? `(${n})` : `${n}`, value: VALUES(n - 1), binds: 3 })),
  operation: fc
    .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
    .map(([left, operator, right]) => combine(left, operator, right)),
}))

const evaluate = (steps: readonly FormulaStep[]): number => {
  const stack: number[] = []
  for (const step of steps) {
    if ('column' in step) stack.push(VALUES(step.column))
    else if ('number' in step) stack.push(step.number)
    else {
      const [b = Number.NaN, a = Number.NaN] = [stack.pop(), stack.pop()]
      stack.push({ '+': a + b, '-': a - b, '*': a * b, '/': a / b }[step.operator])
    }
  }
  return stack.length === 1 ? (stack[0] ?? Number.NaN) : Number.NaN
}

it('any expression comes to the same by its steps', () => {
  fc.assert(
    fc.property(
      expression.filter(({ text }) => /[-+×/]/.test(text)),
      ({ text, value }) => {
        const columns = Array.from({ length: 9 }, (_, i) => String(i + 1))
        const grid = drawnGrid([...columns, `10=${text}`].join(' | '))
        const [formula] = formulasOf(grid, 0)
        expect(evaluate(formula?.steps ?? [])).toBe(value)
      },
    ),
    { numRuns: 300 },
  )
})

describe('a numbering row that a scan has damaged', () => {
  it('gives formulas over the columns whose numbers are gone', () => {
    expect(formulasIn('ẠA | G | 1 | 2 | 3 | Bì | 5=3/1 | 6=4/1')).toEqual(['[6] = [4] [2] /', '[7] = [5] [2] /'])
  })
})
