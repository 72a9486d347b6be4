import type { Severity } from '../contract/index.ts'
import type { CheckRule } from './check-rule.ts'
import type { Figures } from './figures.ts'
import { distanceApart, figuresIn, figuresOf, type Identity } from './identity.ts'
import { INFERRED_COLUMN, INFERRED_ROW } from './inferred.ts'
import type { Statement } from './statements.ts'
import { DECLARED } from './table-formulas.ts'

const LOWER: Record<Severity, Severity> = { error: 'warning', warning: 'note', note: 'note' }

/** Of records that are read with less confidence than this, a sum that does not come out says less. */
const DOUBTFUL = 0.55
/** The part of a column that has to come out before one that does not is an error. */
const SURE = 0.6

/** What a table adds up adds up whatever its rows and columns are called. */
const OF_TABLES: ReadonlySet<string> = new Set([DECLARED, INFERRED_COLUMN, INFERRED_ROW])

/** How bad it is that a statement does not come out. */
export const severityOf = (statement: Statement, rule: CheckRule, figures: Figures): Severity => {
  const { identity, although, outcome, evidence } = statement
  if (outcome === 'truncated' || although !== null || isOldPlan(statement, figures)) return 'note'
  if (isMeanOfOthers(identity)) return 'note'
  const severity = unsure(evidence) ? atMostWarning(base(rule, identity)) : base(rule, identity)
  const doubtful = !OF_TABLES.has(rule.id) && figuresOf(identity).some(f => f.observation.confidence < DOUBTFUL)
  return doubtful ? LOWER[severity] : severity
}

/** Far off is an error and near a warning, where a rule tells these apart. */
const base = (rule: CheckRule, identity: Identity): Severity => {
  if (!('errorFrom' in rule) || rule.errorFrom === undefined) return rule.severity
  return distanceApart(identity) >= Number(rule.errorFrom) ? 'error' : 'warning'
}

const unsure = (evidence: Statement['evidence']): boolean =>
  evidence !== undefined && evidence.holds < evidence.of * SURE

const atMostWarning = (severity: Severity): Severity => (severity === 'error' ? 'warning' : severity)

/** The plan of a year whose figures are there was made on what was known before that year: its base may be another. */
const isOldPlan = ({ identity: { left, right } }: Statement, figures: Figures): boolean => {
  const { time } = left
  if (!time.target || !figuresIn(right).some(f => f.time.year !== null && f.time.year === (time.year ?? 0) - 1))
    return false
  return figures.of(left.observation.indicator).some(f => f.time.year === time.year && !f.time.target)
}

/** So near the plain mean of all branches but one, a headline average leaves that branch out. */
const NEAR_MEAN = 0.01
/** Two branches have no mean without one of them. */
const FEWEST_BRANCHES = 4

/** Whether a headline average that is not the weighted mean of its branches is the plain mean of all of them but one. */
const isMeanOfOthers = ({ left, right }: Identity): boolean => {
  if (right.kind !== 'operation' || right.operator !== '/') return false
  const averages = figuresIn(right.left).filter(f => f.observation.indicator === left.observation.indicator)
  if (averages.length < FEWEST_BRANCHES) return false
  const sum = averages.reduce((s, f) => s + f.value, 0)
  return averages.some(without => {
    const mean = (sum - without.value) / (averages.length - 1)
    return Math.abs(mean - left.value) <= NEAR_MEAN * left.value
  })
}
