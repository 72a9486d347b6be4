import type { Figure } from './figure.ts'
import type { Operator } from './formula.ts'
import { add, divide, gap, type Interval, mayBeAtMost, meet, multiply, point, subtract, widen } from './interval.ts'
import { isBeyondChance } from './spread.ts'

/** A right side with the document's figures in it. */
export type Bound =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Bound; readonly right: Bound }

/** What a rule says of some figures of the document: the left one is what the right side comes to, or at most that. */
export interface Identity {
  readonly rule: string
  readonly left: Figure
  readonly relation: '=' | '<='
  readonly right: Bound
  /** How far apart the sides may be, as a part of the left one, beside the rounding of the figures. */
  readonly tolerance: number
  /** Left and right are the same figure, printed twice. */
  readonly repeats?: boolean
}

/** What each figure stands for; where one is to be replaced, for that. */
export type Reading = (figure: Figure) => Interval

export const asPrinted: Reading = figure => figure.interval

/** A percentage says hundredths. */
export const PERCENT = 100

/** What a side comes to; null where it divides by nothing. */
export const evaluate = (bound: Bound, read: Reading): Interval | null => {
  switch (bound.kind) {
    case 'number':
      return point(bound.value)
    case 'figure':
      return read(bound.figure)
    case 'operation': {
      const left = evaluate(bound.left, read)
      const right = evaluate(bound.right, read)
      if (left === null || right === null) return null
      return OPERATIONS[bound.operator](left, right)
    }
  }
}

const OPERATIONS: Record<Operator, (a: Interval, b: Interval) => Interval | null> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
}

/** Whether what the left figure says is a percentage of what the right side comes to. */
const isRate = ({ observation: { unit } }: Figure, right: Bound): boolean =>
  unit === 'percent' && !(right.kind === 'figure' || isSumOfPercent(right))

const isSumOfPercent = (bound: Bound): boolean =>
  bound.kind === 'figure'
    ? bound.figure.observation.unit === 'percent'
    : bound.kind === 'number'
      ? bound.value === PERCENT
      : bound.kind === 'operation' &&
        (bound.operator === '+' || bound.operator === '-') &&
        isSumOfPercent(bound.left) &&
        isSumOfPercent(bound.right)

/** Whether the left side is a percentage of what the right side comes to. */
export const sidesInPercent = ({ left, right }: Pick<Identity, 'left' | 'right'>): boolean => isRate(left, right)

/** What the right side comes to in the unit of the left figure. */
export const computed = (
  { left, right }: Pick<Identity, 'left' | 'right'>,
  read: Reading = asPrinted,
): Interval | null => {
  const value = evaluate(right, read)
  if (value === null) return null
  return isRate(left, right) ? multiply(value, point(PERCENT)) : value
}

/** What the right side comes to where each figure is just what is printed. */
export const computedPoint = (identity: Pick<Identity, 'left' | 'right'>): number | null => {
  const value = computed(identity, f => point(f.value))
  return value === null ? null : value.low
}

export type Outcome = 'holds' | 'truncated' | 'fails' | 'void'

/** Whether an identity comes out, as far as the rounding of its figures lets one say. */
export const outcomeOf = (identity: Identity, read: Reading = asPrinted): Outcome => {
  if (read !== asPrinted) return judged(identity, read)
  const known = OUTCOMES.get(identity)
  if (known !== undefined) return known
  const outcome = judged(identity, read)
  OUTCOMES.set(identity, outcome)
  return outcome
}

/** Asked of many identities more than once. */
const OUTCOMES = new WeakMap<Identity, Outcome>()

const judged = (identity: Identity, read: Reading): Outcome => {
  const right = computed(identity, read)
  if (right === null) return 'void'
  if (identity.repeats) return sameNumber(identity, read) ? 'holds' : 'fails'
  const left = read(identity.left)
  const wide = identity.tolerance === 0 ? left : widen(left, Math.abs(identity.left.value) * identity.tolerance)
  if (identity.relation === '<=') return mayBeAtMost(wide, right) ? 'holds' : 'fails'
  if (meet(wide, right)) return isOffByMore(identity, read) ? 'fails' : 'holds'
  return isTruncated(identity, read) ? 'truncated' : 'fails'
}

/** Whether two places print one number; where one of them rounds it more, as far as that goes. */
const sameNumber = ({ left, right }: Identity, read: Reading): boolean => {
  const [other] = figuresIn(right)
  if (other === undefined) return false
  const [a, b] = [read(left), read(other)]
  if (!Number.isFinite(a.high - a.low + b.high - b.low)) return meet(a, b)
  const alike = left.number?.scale === other.number?.scale && left.number?.decimals === other.number?.decimals
  return alike ? meet(point((a.low + a.high) / 2), point((b.low + b.high) / 2)) : meet(a, b)
}

/** Whether a long sum is off by more than the rounding of its figures explains. */
const isOffByMore = (identity: Identity, read: Reading): boolean => {
  const { left, right, tolerance } = identity
  if (tolerance > 0 || right.kind !== 'operation' || !isSum(right)) return false
  const figures = [left, ...figuresIn(right)]
  const value = computed(identity, f => point(middleOf(read(f))))
  return value !== null && isBeyondChance(value.low - middleOf(read(left)), figures.map(read))
}

/** Whether a side adds figures up and takes others off, and does nothing else. */
export const isSum = (bound: Bound): boolean =>
  bound.kind === 'operation'
    ? (bound.operator === '+' || bound.operator === '-') && isSum(bound.left) && isSum(bound.right)
    : bound.kind === 'figure'

/** A last digit that was cut off instead of being rounded, as far as the printed figures tell. */
const isTruncated = (identity: Identity, read: Reading): boolean => {
  const { left } = identity
  const { number, observation } = left
  if (number === null || observation.comparator !== 'eq' || read(left) !== left.interval) return false
  if (left.interval.low === left.interval.high) return false
  const step = number.scale * 10 ** -number.decimals
  const [low, high] = step > 0 ? [left.value, left.value + step] : [left.value + step, left.value]
  const middle = computed(identity, f => point(middleOf(read(f))))
  return middle !== null && meet({ low, high }, middle) && !isAtEnd(middle, left.value > 0 ? high : low)
}

const middleOf = ({ low, high }: Interval): number => (low + high) / 2

/** The next number would have been printed. */
const isAtEnd = ({ low, high }: Interval, end: number): boolean =>
  end > 0 ? low >= end * (1 - CLOSE) : high <= end * (1 - CLOSE)

const CLOSE = 1e-9

/** How far the sides are apart as a part of the left one; percentages are told in points of a hundred. */
export const distanceApart = (identity: Identity): number => {
  const right = computed(identity)
  if (right === null) return 0
  const apart = gap(identity.left.interval, right)
  if (identity.left.observation.unit === 'percent') return apart / PERCENT
  return apart / Math.max(Math.abs(identity.left.value), Number.MIN_VALUE)
}

/** The figures of a right side, in its order. */
export const figuresIn = (bound: Bound): Figure[] => {
  const figures: Figure[] = []
  const walk = (b: Bound) => {
    if (b.kind === 'figure') figures.push(b.figure)
    if (b.kind !== 'operation') return
    walk(b.left)
    walk(b.right)
  }
  walk(bound)
  return figures
}

/** All figures of an identity, the left one first, each once. */
export const figuresOf = ({ left, right }: Pick<Identity, 'left' | 'right'>): Figure[] => [
  ...new Set([left, ...figuresIn(right)]),
]

export const figure = (f: Figure): Bound => ({ kind: 'figure', figure: f })
export const number = (value: number): Bound => ({ kind: 'number', value })
export const operation = (operator: Operator, left: Bound, right: Bound): Bound => ({
  kind: 'operation',
  operator,
  left,
  right,
})

/** The sum of at least one side. */
export const total = (sides: readonly Bound[]): Bound => sides.reduce((left, right) => operation('+', left, right))
