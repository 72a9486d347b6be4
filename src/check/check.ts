import type { DocumentInfo, Flag, OutlineNode, ReadObservation, Table } from '../contract/index.ts'
import { isExplained } from './explained.ts'
import { figureOf } from './figure.ts'
import { Figures } from './figures.ts'
import { flagsOf } from './flags.ts'
import { FORM_CHECKS } from './form/form-checks.ts'
import type { Found } from './found.ts'
import { fractions } from './fractions.ts'
import { outcomeOf } from './identity.ts'
import { inferredColumns, inferredRows } from './inferred.ts'
import { listSums, listsIn } from './lists.ts'
import { completionsOfNoPlan } from './no-such-plan.ts'
import { TextPlaces } from './places.ts'
import { averagesOutsideRange, rangesBackwards } from './ranges.ts'
import { repeatedFigures } from './repeats.ts'
import type { CheckRules } from './rules.ts'
import { sharesOfAWhole } from './shares.ts'
import { siblingShares } from './sibling-shares.ts'
import { sifted } from './sifted.ts'
import { slipsOf } from './slips.ts'
import { SOLVER_LIMITS, type SolverLimits } from './solver.ts'
import { Standing } from './standing.ts'
import { statementsOf } from './statements.ts'
import { statisticalIdentities } from './statistics.ts'
import { supportOf } from './support.ts'
import { declaredIdentities } from './table-formulas.ts'
import { gridsOf } from './table-grid.ts'

/** What is checked: an extraction as far as the checks read it. */
export interface Checkable {
  readonly text: string
  readonly outline: readonly OutlineNode[]
  readonly tables: readonly Table[]
  readonly observations: readonly ReadObservation[]
  readonly document: DocumentInfo
}

export interface Checked {
  /** In the order of the text. */
  readonly flags: Flag[]
  /** By the observation's id: how many independent checks that come out hold it; none where no check reaches it. */
  readonly support: ReadonlyMap<string, number>
}

/**
 * Holds the figures of a document to each other: sums, stocks and flows, percentages, averages, the formulas of its tables,
 * what it prints twice, and its own form. What does not come out is flagged with the figures that may be to blame (Fellegi
 * and Holt) and, where the evidence allows one, a repair. Nothing is changed.
 */
export const check = async (
  checkable: Checkable,
  rules: CheckRules,
  limits: SolverLimits = SOLVER_LIMITS,
): Promise<Checked> => {
  const { text, outline, observations, tables } = checkable
  const places = new TextPlaces(text, [...outline])
  const figures = new Figures(observations.map(o => figureOf(o, text, places)))
  const grids = gridsOf(tables, figures.all)
  const ofTables = grids.flatMap(grid => [...declaredIdentities(grid), ...inferredColumns(grid)])
  const computed = new Set(ofTables.map(f => f.identity.left))
  // what a table computes it computes its own way
  const standing = new Standing(figures.all)
  const lists = listsIn(text, figures.all)
  const ofRules = statisticalIdentities(figures, rules, standing).filter(f => !isPercentOf(f, computed))
  const siblings = siblingShares(text, figures.all, lists)
  const ofSiblings = new Set(siblings.flatMap(f => (f.evidence === undefined ? [] : [f.identity.left])))
  const isMeant = (f: Found) => standing.isClear(f) || outcomeOf(f.identity) !== 'fails'
  const statements = statementsOf(
    sifted([
      ...ofRules.filter(f => isMeant(f) && !isExplained(f.identity, figures.all, text) && !isOfOther(f, ofSiblings)),
      ...ofTables,
      ...grids.flatMap(inferredRows),
      ...siblings,
      ...listSums(lists),
      ...fractions(text, figures.all),
      ...repeatedFigures(figures.all).filter(isMeant),
    ]),
  )
  const slips = grids.flatMap(slipsOf)
  const completed = new Set(statements.map(s => s.identity.left))
  const findings = [
    ...sharesOfAWhole(text, figures.all),
    ...averagesOutsideRange(figures.all),
    ...rangesBackwards(text, figures.all),
    ...completionsOfNoPlan(figures, f => completed.has(f)),
    ...rules.procedures.flatMap(({ by }) => FORM_CHECKS[by]?.(checkable) ?? []),
  ]
  return {
    flags: await flagsOf({ statements, slips, grids, findings, figures, rules, limits }),
    support: supportOf(statements),
  }
}

/** A share that does not follow from the whole that a rule finds is that of the whole which its neighbours are shares of. */
const isOfOther = ({ identity, weak }: Found, ofSiblings: ReadonlySet<unknown>): boolean =>
  weak === true && outcomeOf(identity) === 'fails' && ofSiblings.has(identity.left)

const isPercentOf = ({ identity: { left } }: Found, computed: ReadonlySet<unknown>): boolean =>
  left.observation.unit === 'percent' && computed.has(left)
