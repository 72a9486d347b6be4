import { sourceSpan } from '../repair/mapped-text.ts'
import { amountOf } from './amount.ts'
import { yearOf } from './baseline.ts'
import type { Draft } from './draft.ts'
import type { Figure } from './figure.ts'
import type { Settled } from './history.ts'
import { stateBehind } from './own-words.ts'
import { numberPlace, type Reading, tagged } from './reading.ts'

/** How far behind a pair the words may stand that tell done/plan from part/whole. */
const REACH = 12

/** What is no part of anything, so that only its plan can stand behind it: `04/05 lớp`, `tổng số: 132/140 THT`. */
const WHOLE: ReadonlySet<string> = new Set([
  'classes',
  'trainees',
  'organisations',
  'organisations_new',
  'members',
  'workers',
])

/** A pair is done/plan when a plan or a completion stands with it; part/whole when a share does, or nothing is said. */
const isPlanPair = (reading: Reading, figure: Figure, second: number, of: Draft): boolean => {
  for (let i = second + 1; i < Math.min(figure.sentence.to, second + REACH); i++) {
    if (tagged(reading, i, 'ShareWord')) return false
    if (tagged(reading, i, 'PlanWord') || tagged(reading, i, 'Reach')) return true
    const next = reading.terms[i]?.quantity
    const ofPlan =
      next?.unit === 'percent' && (tagged(reading, i + 1, 'PlanWord') || tagged(reading, i + 2, 'PlanWord'))
    if (next && ofPlan) return true
    if (next) break
  }
  for (let i = figure.low; i < figure.at; i++) if (tagged(reading, i, 'PlanWord')) return true
  return WHOLE.has(of.indicator)
}

/** The second number of a pair: the plan for the year, or the whole that the first is a part of. */
export const settleSecond = (reading: Reading, second: NonNullable<Figure['second']>, first: Settled): Settled => {
  const { figure, draft: of } = first
  const plan = isPlanPair(reading, figure, second.at, of)
  const state = stateBehind(reading, second.at)
  const code = state === null || of.indicator === `organisations_${state}` ? 'organisations' : `organisations_${state}`
  const whole = !plan && of.unit === 'organisation' ? (reading.rules.indicators.get(code) ?? null) : null
  const { comparator: _, ...because } = of.because
  const draft: Draft = {
    ...of,
    ...numberPlace(reading, second.at),
    ...amountOf(second.quantity),
    comparator: 'eq',
    ...(whole ? { indicator: whole.code, label: whole.label.vi, qualifier: null } : {}),
    ...(plan ? { status: 'target' as const, period: of.period === null ? null : yearOf(of.period) } : {}),
    because: {
      ...because,
      indicator: { from: 'figure', ...sourceSpan(reading.content, of.start, of.end) },
      status: { from: 'figure', ...sourceSpan(reading.content, of.start, of.end) },
    },
  }
  return {
    figure,
    quantity: second.quantity,
    measure: first.measure,
    indicator: whole ?? first.indicator,
    rule: first.rule,
    named: 'inherited',
    draft,
  }
}
