import type { Figure } from './figure.ts'
import { figuresOf, type Identity } from './identity.ts'
import { type Row, rowOf } from './linear.ts'
import { singleToChange } from './single.ts'
import { programmeOf, type Solve, type SolverLimits } from './solver.ts'

export interface Localised {
  /** The figures whose change lets all identities come out, at the least cost. */
  readonly wrong: ReadonlySet<Figure>
  /** Identities for which the search was given up. */
  readonly capped: ReadonlySet<Identity>
}

/**
 * The smallest set of figures that explains all failures (Fellegi and Holt, 1976), each set of identities that hang together
 * by itself.
 * @param failing what does not come out
 * @param holding what does, and has to go on
 * @param same one figure for all places in which a figure is printed alike
 * @param weight what it costs to take a figure for wrong
 */
export const localise = (
  failing: readonly Identity[],
  holding: readonly Identity[],
  weight: (f: Figure) => number,
  same: (f: Figure) => Figure,
  solve: Solve,
  limits: SolverLimits,
): Localised => {
  const wrong = new Set<Figure>()
  const capped = new Set<Identity>()
  const until = performance.now() + limits.secondsInAll * 1000
  for (const component of componentsOf(failing, holding, same)) {
    const figures = [...new Set(component.all.flatMap(figuresOf).map(same))]
    const rows = component.all.flatMap(identity => {
      const row = rowOf(identity)
      return row === null ? [] : [inOnePlace(row, same)]
    })
    const single = singleToChange(figures, rows, weight)
    if (single !== null) {
      wrong.add(single)
      continue
    }
    const left = (until - performance.now()) / 1000
    const found =
      figures.length > limits.figures || rows.length > limits.rows || left <= 0
        ? null
        : solve(programmeOf(figures, rows, weight), Math.min(limits.seconds, left))

    if (found === null) for (const identity of component.failing) capped.add(identity)
    else for (const [i, f] of figures.entries()) if ((found.get(`y${i}`) ?? 0) > CHOSEN) wrong.add(f)
  }
  return { wrong, capped }
}

/** A row in which a figure that is printed twice is one. */
const inOnePlace = ({ terms, factors, low, high }: Row, same: (f: Figure) => Figure): Row => {
  const joined = new Map<Figure, number>()
  for (const [f, c] of terms) joined.set(same(f), (joined.get(same(f)) ?? 0) + c)
  return { terms: joined, factors: factors.map(same), low, high }
}

/** Binaries come back a little off 0 and 1. */
const CHOSEN = 0.5

interface Component {
  readonly failing: readonly Identity[]
  readonly all: readonly Identity[]
}

/** Failures that share figures, with what holds of those figures. */
const componentsOf = (
  failing: readonly Identity[],
  holding: readonly Identity[],
  same: (f: Figure) => Figure,
): Component[] => {
  const inOne = (identity: Identity) => figuresOf(identity).map(same)
  const parent = new Map<Figure, Figure>()
  const root = (f: Figure): Figure => {
    let at = f
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(f, at)
    return at
  }
  for (const identity of failing) {
    const [first, ...others] = inOne(identity)
    if (first === undefined) continue
    parent.set(root(first), root(first))
    for (const f of others) parent.set(root(f), root(first))
  }
  const groups = new Map<Figure, { failing: Identity[]; holding: Identity[] }>()
  for (const identity of failing) {
    const key = root(same(identity.left))
    const group = groups.get(key) ?? { failing: [], holding: [] }
    group.failing.push(identity)
    groups.set(key, group)
  }
  for (const identity of holding) {
    const keys = new Set(inOne(identity).flatMap(f => (parent.has(f) ? [root(f)] : [])))
    for (const key of keys) groups.get(key)?.holding.push(identity)
  }
  return [...groups.values()].map(g => ({ failing: g.failing, all: [...g.failing, ...g.holding] }))
}
