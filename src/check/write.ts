import type { Figure } from './figure.ts'
import type { Expression } from './finding.ts'
import type { Operator } from './formula.ts'
import { type Bound, computedPoint, type Identity, outcomeOf, PERCENT } from './identity.ts'

const SIGN: Record<Operator, string> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' / ' }

const FORMAT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 9 })

/** A number in Vietnamese notation: `1.599`, `102,6`; a true minus sign before a negative one. */
export const written = (value: number, decimals = 9): string =>
  FORMAT.format(Number(value.toFixed(decimals)) || 0).replace('-', '−')

/** Đồng in the words of the documents. */
const MAGNITUDES: readonly (readonly [scale: number, word: string])[] = [
  [1e9, 'tỷ'],
  [1e6, 'triệu'],
  [1e3, 'nghìn'],
]

/** What stands behind a printed figure: ` triệu`, ` %`. */
const behind = ({ observation: { unit, measure }, number }: Figure): string => {
  if (unit === 'percent') return ' %'
  if (unit !== 'VND' || measure === 'multiple') return ''
  const scale = Math.abs(number?.scale ?? 1)
  const word = MAGNITUDES.find(([s]) => s === scale)?.[1]
  return word === undefined ? ' đồng' : ` ${word}`
}

/** A printed figure, with a minus before a decrease that the document says in words. */
export const figureWritten = (f: Figure): Expression => [
  ...(f.value < 0 && f.number !== null && f.number.scale < 0 ? ['−'] : []),
  f.printed,
  behind(f),
]

const PRECEDENCE: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2 }

const boundWritten = (bound: Bound, above = 0, isRight = false): Expression => {
  switch (bound.kind) {
    case 'number':
      return [written(bound.value)]
    case 'figure':
      return figureWritten(bound.figure)
    case 'operation': {
      const own = PRECEDENCE[bound.operator]
      const inner = [
        ...boundWritten(bound.left, own),
        SIGN[bound.operator],
        ...boundWritten(bound.right, own, bound.operator === '-' || bound.operator === '/'),
      ]
      return own < above || (own === above && isRight) ? ['(', ...inner, ')'] : inner
    }
  }
}

/** A computed value in the unit and about the precision of a printed figure. */
export const inUnitOf = (value: number, f: Figure): string => {
  const scale = f.observation.unit === 'VND' ? Math.abs(f.number?.scale ?? 1) : 1
  const decimals = Math.max(f.number?.decimals ?? 0, f.observation.unit === 'percent' ? 1 : 0)
  const exact = Number((value / scale).toPrecision(12))
  // one digit more, where the printed precision would hide the difference
  const hidden = Math.abs(exact - f.value / scale) < 10 ** -decimals
  return `${written(exact, Number.isInteger(exact) ? 0 : decimals + (hidden ? 1 : 0))}${behind(f)}`
}

/**
 * An identity with the figures of the document: `1.559 / 1.520 = 102,6 % ≠ 105,2 %`, `1.142 > 1.098`,
 * `133 + 13 + 12 = 158 ≠ 159`; with `=` where it comes out.
 */
export const identityWritten = (identity: Identity): Expression => {
  const { left, relation, right } = identity
  const holds = outcomeOf(identity) === 'holds'
  const own = figureWritten(left)
  const value = computedPoint(identity)
  const side = boundWritten(right)
  const result = right.kind === 'figure' || value === null ? [] : [' = ', inUnitOf(value, left)]
  if (relation === '<=') return [...own, holds ? ' ≤ ' : ' > ', ...side, ...result]
  if (right.kind === 'figure') return [...own, holds ? ' = ' : ' ≠ ', ...side]
  if (!holds) return [...side, ...result, ' ≠ ', ...own, ...impliedPlan(identity)]
  return [...side, ...result, ...(result[1] === textOf(own) ? [] : [' ≈ ', ...own])]
}

/** The plan of which a percentage would be right: ` (68,8 % ứng với 650 triệu)`. */
const impliedPlan = ({ left, right }: Identity): Expression => {
  if (left.observation.measure !== 'plan_completion' || left.value === 0) return []
  if (right.kind !== 'operation' || right.operator !== '/') return []
  const [done, planned] = [right.left, right.right]
  if (done.kind !== 'figure' || planned.kind !== 'figure') return []
  const scale = Math.abs(planned.figure.number?.scale ?? 1)
  const plan = ((done.figure.value / left.value) * PERCENT) / scale
  return [
    ` (${left.printed.text} % ứng với ${written(plan, planned.figure.number?.decimals ?? 0)}${behind(planned.figure)})`,
  ]
}

/** An expression as plain text. */
export const textOf = (expression: Expression): string =>
  expression.map(part => (typeof part === 'string' ? part : part.text)).join('')
