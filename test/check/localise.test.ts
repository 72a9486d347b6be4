import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '../../src/check/figure.ts'
import { figure, figuresOf, type Identity, operation, outcomeOf, total } from '../../src/check/identity.ts'
import { localise } from '../../src/check/localise.ts'
import { loadSolver, SOLVER_LIMITS } from '../../src/check/solver.ts'
import { count, makeFigure } from './make-figure.ts'

const solve = await loadSolver()
const itself = (f: Figure) => f

const sum = (left: Figure, ...parts: readonly Figure[]): Identity => ({
  rule: 'sum',
  left,
  relation: '=',
  right: total(parts.map(figure)),
  tolerance: 0,
})

test('of two sums that fail, the figure that stands in both is to blame', () => {
  const [a, b, c, d] = [count(10), count(20), count(40), count(55)]
  const first = count(35)
  const { wrong } = localise([sum(first, a, b), sum(d, first, c)], [], () => 1, itself, solve, SOLVER_LIMITS)
  // 10 + 20 = 30, and 30 + 40 = 70 is not 55: one change cannot do
  expect(wrong.size).toBe(2)
  const whole = count(70)
  const one = localise([sum(first, a, b), sum(whole, first, c)], [], () => 1, itself, solve, SOLVER_LIMITS)
  expect([...one.wrong]).toEqual([first])
})

test('a figure that another sum holds is not blamed where one that nothing holds would do', () => {
  const [a, b, c] = [count(10), count(20), count(5)]
  const whole = count(33)
  const held = sum(count(25), b, c)
  const { wrong } = localise([sum(whole, a, b)], [held], () => 1, itself, solve, SOLVER_LIMITS)
  expect(wrong.size).toBe(1)
  expect([a, whole]).toContain([...wrong][0])
})

test('a percentage is freed where it costs less than its figures', () => {
  const percent = makeFigure('97,3', 97.3, { measure: 'plan_completion', unit: 'percent' })
  const [done, planned] = [count(288), count(290)]
  const identity: Identity = {
    rule: 'completion',
    left: percent,
    relation: '=',
    right: operation('/', figure(done), figure(planned)),
    tolerance: 0,
  }
  const weight = (f: Figure) => (f === percent ? 0.3 : 1)
  expect([...localise([identity], [], weight, itself, solve, SOLVER_LIMITS).wrong]).toEqual([percent])
})

test('figures that are printed in two places change together', () => {
  const [here, there] = [count(176), count(176)]
  const failing = [sum(here, count(100), count(75)), sum(there, count(160), count(15))]
  const { wrong } = localise(
    failing,
    [],
    () => 1,
    f => (f === there ? here : f),
    solve,
    SOLVER_LIMITS,
  )
  expect([...wrong]).toEqual([here])
})

test('what is too large is not searched, and says so', () => {
  const shared = count(35)
  // two changes are needed, so that it does not show at once
  const failing = [sum(shared, count(10), count(20)), sum(count(55), shared, count(40))]
  const { wrong, capped } = localise(failing, [], () => 1, itself, solve, { ...SOLVER_LIMITS, figures: 2 })
  expect(wrong.size).toBe(0)
  expect([...capped]).toEqual(failing)
})

test('the blamed set is never dearer than the cheapest that brute force finds', () => {
  const values = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 6 })
  fc.assert(
    fc.property(
      values,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
      (numbers, sums) => {
        const figures = numbers.map(n => count(n))
        const at = (i: number) => figures[i % figures.length] ?? count(0)
        const identities = sums.flatMap(([l, a, b]) => {
          const three = [at(l), at(a), at(b)]
          return new Set(three).size === 3 ? [sum(at(l), at(a), at(b))] : []
        })
        const failing = identities.filter(i => outcomeOf(i) === 'fails')
        const holding = identities.filter(i => outcomeOf(i) === 'holds')
        if (failing.length === 0) return true
        const cost = new Map(figures.map((f, i) => [f, 1 + (i % 3)]))
        const { wrong, capped } = localise(failing, holding, f => cost.get(f) ?? 1, itself, solve, SOLVER_LIMITS)
        const price = (set: Iterable<Figure>) => [...set].reduce((s, f) => s + (cost.get(f) ?? 0), 0)
        const covers = (set: ReadonlySet<Figure>) => failing.every(i => figuresOf(i).some(f => set.has(f)))
        // no set that leaves a failure untouched can do, so the cheapest cover is a lower bound
        let least = Infinity
        for (let bits = 1; bits < 1 << figures.length; bits++) {
          const set = new Set(figures.filter((_, i) => bits & (1 << i)))
          if (covers(set)) least = Math.min(least, price(set))
        }
        return capped.size > 0 || (covers(wrong) && price(wrong) >= least && price(wrong) <= price(figures))
      },
    ),
    { numRuns: 60 },
  )
})
