import type { LegacyHighs } from 'highs'
import type { Figure } from './figure.ts'
import type { Row } from './linear.ts'

/** What the search for wrong figures may cost. */
export interface SolverLimits {
  /** Figures and identities that hang together; larger sets are not searched. */
  readonly figures: number
  readonly rows: number
  /** Seconds for one set, and for a document. */
  readonly seconds: number
  readonly secondsInAll: number
}

export const SOLVER_LIMITS: SolverLimits = { figures: 150, rows: 300, seconds: 2, secondsInAll: 6 }

/** So many branches are tried; a limit that, unlike time, is the same on every machine. */
const MOST_NODES = 2_000

/** Solves a mixed-integer programme in CPLEX LP format: the columns' values, or null where none was found in time. */
export type Solve = (programme: string, seconds: number) => ReadonlyMap<string, number> | null

let loading: Promise<Solve> | null = null

/** The module is an ES module whose types speak of a CommonJS one. */
const highsLoader = async (): Promise<LegacyHighs> => {
  const module: { default: unknown } = await import('highs')
  return (module.default as () => Promise<LegacyHighs>)()
}

/** HiGHS, loaded when a sum first fails. */
export const loadSolver = (): Promise<Solve> => {
  loading ??= highsLoader().then((highs): Solve => {
    return (programme, seconds) => {
      try {
        const { Status, Columns } = highs.solve(programme, {
          time_limit: seconds,
          output_flag: false,
          mip_heuristic_effort: 0,
          mip_max_nodes: MOST_NODES,
          mip_feasibility_tolerance: 1e-9,
        })
        if (Status !== 'Optimal') return null
        return new Map(Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]))
      } catch {
        // it throws for numbers beyond its infinity (1e20) and where memory ends; what it holds then may be broken
        loading = null
        return null
      }
    }
  })
  return loading
}

/**
 * The programme of Fellegi and Holt: the cheapest set of figures to change so that all rows hold. Each figure `i` moves by
 * `t_i` times its own size, and only where its `y_i` is 1.
 */
export const programmeOf = (
  figures: readonly Figure[],
  rows: readonly Row[],
  weight: (f: Figure) => number,
): string => {
  const index = new Map(figures.map((f, i) => [f, i]))
  const size = figures.map(f => Math.max(Math.abs(f.value), 1))
  const reach = figures.map(() => LEAST_REACH)
  const lines: string[] = []
  rows.forEach((row, r) => {
    const terms = [...row.terms].flatMap(([f, c]) => {
      const i = index.get(f)
      return i === undefined || c === 0 ? [] : [{ i, c: c * (size[i] ?? 1) }]
    })
    const scale = Math.max(...terms.map(t => Math.abs(t.c)))
    if (terms.length === 0 || !Number.isFinite(scale) || scale === 0) return
    const now = [...row.terms].reduce((sum, [f, c]) => sum + c * f.value, 0)
    const low = (row.low - now) / scale
    const high = (row.high - now) / scale
    const miss = Math.max(low, -high, 0)
    for (const { i, c } of terms) reach[i] = Math.max(reach[i] ?? 0, (miss * scale * 2) / Math.abs(c) + LEAST_REACH)
    const loose = row.factors.flatMap(f => index.get(f) ?? [])
    const free = miss + LOOSE
    const side = terms.map(({ i, c }) => `${signed(c / scale)} t${i}`).join(' ')
    const relax = (sign: string) => loose.map(i => `${sign} ${exact(free)} y${i}`).join(' ')
    if (Number.isFinite(low)) lines.push(` a${r}: ${side} ${relax('+')} >= ${exact(low)}`)
    if (Number.isFinite(high)) lines.push(` b${r}: ${side} ${relax('-')} <= ${exact(high)}`)
  })
  figures.forEach((_, i) => {
    lines.push(
      ` u${i}: t${i} - ${exact(reach[i] ?? 0)} y${i} <= 0`,
      ` l${i}: t${i} + ${exact(reach[i] ?? 0)} y${i} >= 0`,
    )
  })
  return [
    'Minimize',
    ` cost: ${figures.map((f, i) => `${signed(weight(f))} y${i}`).join(' ')}`,
    'Subject To',
    ...lines,
    'Bounds',
    ...figures.map((_, i) => ` t${i} free`),
    'Binary',
    ` ${figures.map((_, i) => `y${i}`).join(' ')}`,
    'End',
  ].join('\n')
}

/** How far a figure may move at least, in its own size, and how far a freed row may be off. */
export const LEAST_REACH = 2
const LOOSE = 20

const exact = (value: number): string => (Number.isInteger(value) ? String(value) : value.toExponential(12))
const signed = (value: number): string => `${value < 0 ? '-' : '+'} ${exact(Math.abs(value))}`
