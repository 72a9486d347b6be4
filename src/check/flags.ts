import type { Flag, Severity, Span } from '../contract/index.ts'
import { agreementOn } from './agreement.ts'
import type { CheckRule } from './check-rule.ts'
import { Companions } from './companions.ts'
import { Copies } from './copies.ts'
import type { Figure } from './figure.ts'
import type { Figures } from './figures.ts'
import type { Expression, Finding } from './finding.ts'
import { figuresOf, type Identity, outcomeOf } from './identity.ts'
import { localise } from './localise.ts'
import { Peers } from './peers.ts'
import { Involved, type Repair, repairsOf } from './repair.ts'
import { exactRepair, isOffByRounding, ROUNDING } from './rounding.ts'
import { unrounded } from './roundness.ts'
import type { CheckRules } from './rules.ts'
import { severityOf } from './severity.ts'
import { SLIP, type Slip } from './slips.ts'
import { loadSolver, type SolverLimits } from './solver.ts'
import { allFigures, type Statement } from './statements.ts'
import { isTelling, supportOf } from './support.ts'
import { explainedBySlip, suggestionOf, suspectsOf } from './suspects.ts'
import type { TableGrid } from './table-grid.ts'
import { figureWritten, identityWritten, textOf } from './write.ts'

interface Work {
  readonly statements: readonly Statement[]
  readonly slips: readonly Slip[]
  readonly grids: readonly TableGrid[]
  readonly findings: readonly Finding[]
  readonly figures: Figures
  readonly rules: CheckRules
  readonly limits: SolverLimits
}

/** What does not come out, as flags of the contract in the order of the text. */
export const flagsOf = async (work: Work): Promise<Flag[]> => {
  const { statements, slips, findings, figures, rules } = work
  const judged = statements
    .filter(s => s.outcome === 'fails' || s.outcome === 'truncated')
    .flatMap(s => {
      const rule = rules.byId.get(s.identity.rule)
      if (rule === undefined) return []
      const severity = comesOutWithout(s, slips) ? 'note' : severityOf(s, rule, figures)
      return [{ statement: s, rule, severity }]
    })
  const rounding = rules.byId.get(ROUNDING)
  const failing = judged.filter(j => j.severity !== 'note' && j.statement.outcome === 'fails').map(j => j.statement)
  const blame = failing.length === 0 ? null : await blameFor(failing, work)
  const flags = [
    ...judged.map(({ statement, rule, severity }) =>
      statementFlag(statement, rule, isUnproven(statement, rule, blame) ? 'note' : severity, blame),
    ),
    ...statements.flatMap(s =>
      rounding !== undefined && s.outcome === 'holds' && isOffByRounding(s.identity) ? [roundingFlag(s, rounding)] : [],
    ),
    ...slips.flatMap(slip => slipFlag(slip, rules)),
    ...findings.flatMap(finding => findingFlag(finding, rules)),
  ]
  return flags
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
    .map((flag, i) => ({ id: `f${i + 1}`, ...flag }))
}

type Draft = Omit<Flag, 'id'>

interface Blame {
  readonly wrong: ReadonlySet<Figure>
  readonly capped: ReadonlySet<Identity>
  readonly repairs: ReadonlyMap<Figure, readonly Repair[]>
  readonly support: ReadonlyMap<string, number>
  readonly peers: Peers
}

/** Whether a rule that may have joined what does not belong together fails without a slip that would explain it. */
const isUnproven = (statement: Statement, rule: CheckRule, blame: Blame | null): boolean =>
  (rule.weak === true || statement.weak === true) && blame !== null && !explainedBySlip(statement, blame.repairs)

/** Who may be to blame for what fails, for all failures at once. */
const blameFor = async (
  failing: readonly Statement[],
  { statements, figures, grids, limits }: Work,
): Promise<Blame> => {
  const holding = statements.filter(s => (s.outcome === 'holds' || s.outcome === 'truncated') && isTelling(s))
  const involved = new Involved([...failing, ...holding].flatMap(s => [s.identity, ...s.repeated]))
  const copies = new Copies(statements)
  const peers = new Peers(figures.all, copies, new Companions(grids))
  const same = (f: Figure) => copies.first(f)
  // that a figure is printed twice shows that it was copied, not that it is right
  const support = supportOf(statements.filter(s => !s.identity.repeats))
  const suspects = [...new Set(failing.flatMap(allFigures))]
  const alone = new Map(suspects.map(f => [f, repairsOf(f, involved, copies, figures, peers, () => false)]))
  const failures = failing.map(s => s.identity)
  const failed = new Involved(failures)
  const agreeing = new Map(
    suspects.map(f => {
      const places = copies.all(f)
      return [same(f), agreementOn(places, [...new Set(places.flatMap(p => failed.of(p)))])]
    }),
  )
  const weight = (f: Figure): number => {
    const places = copies.all(f)
    const held = Math.max(...places.map(p => support.get(p.observation.id) ?? 0))
    const agreed = Math.max(0, (agreeing.get(f) ?? 0) - 1)
    return (
      (1 + held) *
      f.observation.confidence *
      (places.some(p => alone.get(p)?.length) ? REPAIRABLE : 1) *
      (f.observation.unit === 'percent' ? DERIVED : 1) *
      AGREED ** Math.min(agreed, MOST_AGREED)
    )
  }
  const { wrong, capped } = localise(
    failures,
    holding.filter(s => !s.identity.repeats).map(s => s.identity),
    weight,
    same,
    await loadSolver(),
    limits,
  )
  const repairs = new Map(
    suspects.map(f => {
      const blamed = (i: Identity) => figuresOf(i).some(g => same(g) !== same(f) && wrong.has(same(g)))
      const own = alone.get(f) ?? []
      return [f, own.length > 0 ? own : repairsOf(f, involved, copies, figures, peers, blamed)]
    }),
  )
  return { wrong: new Set(suspects.filter(f => wrong.has(same(f)))), capped, repairs, support, peers }
}

/** A percentage was computed from figures that may be wrong. */
const DERIVED = 0.3
/** What each further failure that asks for the same number takes from the trust in the printed one. */
const AGREED = 0.35
const MOST_AGREED = 3
/** A figure that one slip explains is taken for wrong sooner. */
const REPAIRABLE = 0.6

/** Whether a statement comes out once the figures that slipped by a thousand are put right. */
const comesOutWithout = ({ identity }: Statement, slips: readonly Slip[]): boolean => {
  const own = slips.filter(s => figuresOf(identity).includes(s.figure))
  if (own.length === 0) return false
  const outcome = outcomeOf(identity, f => {
    const factor = own.find(s => s.figure === f)?.factor ?? 1
    return { low: f.interval.low * factor, high: f.interval.high * factor }
  })
  return outcome !== 'fails'
}

const statementFlag = (statement: Statement, rule: CheckRule, severity: Severity, blame: Blame | null): Draft => {
  const { identity, although } = statement
  const found = severity === 'note' || blame === null ? null : suggestionOf(statement, blame)
  const suspects =
    severity === 'note' || blame === null ? [] : suspectsOf(statement, blame, found?.suggestion.observation ?? null)
  return {
    check: rule.id,
    // a lost stroke is damage of the paper, not a contradiction of its author
    severity: found?.kind === 'slash' ? 'note' : severity,
    message: rule.message,
    ...written([...identityWritten(identity), ...(although === null ? [] : ['; ', ...identityWritten(although)])]),
    ...placesOf(allFigures(statement)),
    suspects,
    suggestion: found?.suggestion ?? null,
    capped: blame?.capped.has(identity) ?? false,
  }
}

/** Off by rounding, a sum of figures that are all rounded more but one, which a slip explains, is hardly right. */
const roundingFlag = (statement: Statement, rule: CheckRule): Draft => {
  const note = statementFlag(statement, rule, 'note', null)
  const figure = unrounded(statement.identity)
  const repair = figure === null ? undefined : exactRepair(figure, statement.identity)
  if (figure === null || repair === undefined) return note
  const { id } = figure.observation
  return {
    ...note,
    severity: 'warning',
    suspects: [{ observation: id, weight: 1 }],
    suggestion: { observation: id, value: repair.value, text: repair.text, because: [note.expression] },
  }
}

const slipFlag = ({ figure, neighbours, factor }: Slip, rules: CheckRules): Draft[] => {
  const rule = rules.byId.get(SLIP)
  if (rule === undefined) return []
  const all = [...neighbours, figure].sort((a, b) => a.place.start - b.place.start)
  const value = figure.value * factor
  const text = new Intl.NumberFormat('vi-VN').format(value / Math.abs(figure.number?.scale ?? 1))
  const beside = all.flatMap((f, i): Expression => [...(i === 0 ? [] : ['; ']), ...figureWritten(f)])
  return [
    {
      check: rule.id,
      severity: rule.severity,
      message: rule.message,
      ...written(beside),
      ...placesOf(all),
      suspects: [{ observation: figure.observation.id, weight: 1 }],
      suggestion: { observation: figure.observation.id, value, text, because: [textOf(beside)] },
      capped: false,
    },
  ]
}

const findingFlag = ({ check, severity, expression, places, words }: Finding, rules: CheckRules): Draft[] => {
  const rule = rules.byId.get(check)
  if (rule === undefined) return []
  const printed = expression.filter(part => typeof part !== 'string')
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole)
  return [
    {
      check,
      severity,
      message: { vi: fill(rule.message.vi), en: fill(rule.message.en) },
      ...written(expression),
      observations: [...new Set(printed.flatMap(p => p.observation ?? []))],
      evidence: spansOf([...printed, ...places]),
      suspects: [],
      suggestion: null,
      capped: false,
    },
  ]
}

const placesOf = (figures: readonly Figure[]): Pick<Flag, 'observations' | 'evidence'> => ({
  observations: figures.map(f => f.observation.id),
  evidence: spansOf(figures.map(f => f.printed)),
})

const spansOf = (spans: readonly Span[]): Span[] =>
  [...new Map(spans.map(({ start, end }) => [`${start}-${end}`, { start, end }])).values()].sort(
    (a, b) => a.start - b.start,
  )

/** An expression as the contract has it: its text, and where in it the document's figures stand. */
const written = (expression: Expression): Pick<Flag, 'expression' | 'figures'> => {
  const figures: Flag['figures'] = []
  let text = ''
  for (const part of expression) {
    if (typeof part !== 'string') {
      const { start, end, observation } = part
      figures.push({ start, end, observation, from: text.length, to: text.length + part.text.length })
    }
    text += typeof part === 'string' ? part : part.text
  }
  return { expression: text, figures }
}
