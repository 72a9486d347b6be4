import { isOneSlipApart } from './edits.ts'
import type { Figure } from './figure.ts'
import { sameTime } from './figure-time.ts'
import { isMonthly, measuredAlike } from './figures.ts'
import type { Found } from './found.ts'
import { put } from './groups.ts'
import { figure, type Identity } from './identity.ts'

/** The same statistic printed in two places: in the text and in an annex, in a heading and in what stands under it. */
export const REPEAT = 'text-and-table'
export const HEADING = 'heading-and-body'
export const TWICE = 'twice-in-text'

/** What a document has one figure of. Of others (what was supported, what was lent) it may have several. */
const ONE_OF: ReadonlySet<string> = new Set([
  'organisations',
  'organisations_active',
  'organisations_suspended',
  'organisations_new',
  'organisations_dissolved',
  'organisations_effective',
  'member_organisations',
  'members',
  'members_new',
  'members_left',
  'members_per_organisation',
  'workers',
  'workers_new',
  'workers_also_members',
  'managers',
  'managers_basic',
  'managers_higher',
  'revenue',
  'revenue_per_organisation',
  'profit',
  'profit_per_organisation',
  'income_per_worker',
  'income_per_member',
])

/** Each figure of the text with that of a table that says the same, and each of a heading with that of the text under it. */
export const repeatedFigures = (figures: readonly Figure[]): Found[] => {
  const groups = new Map<string, Figure[]>()
  for (const f of figures) {
    const { indicator, qualifier, measure } = f.observation
    if (!ONE_OF.has(indicator) || qualifier !== null || (measure !== 'level' && measure !== 'plan_completion')) continue
    const key = keyOf(f)
    put(groups, key, f)
  }
  return [...groups.values()].flatMap(group => [
    ...textAndTable(group),
    ...headingAndBody(group),
    ...twiceInText(group),
  ])
}

const keyOf = ({ observation: o, time }: Figure): string =>
  [
    o.subject,
    o.indicator,
    o.sector,
    o.measure,
    o.unit,
    isMonthly(o),
    o.area?.name,
    o.source,
    time.year,
    time.month,
    time.since,
    time.target,
  ].join('|')

const textAndTable = (group: readonly Figure[]): Found[] => {
  const tables = group.filter(f => f.place.cell !== null)
  const [first] = tables
  return group
    .filter(f => f.place.cell === null || f.place.cell.table !== first?.place.cell?.table)
    .flatMap(left => {
      const right = tables.find(
        t => t.place.cell?.table !== left.place.cell?.table && measuredAlike(left, t) && sameTime(left.time, t.time),
      )
      return right === undefined || isMissingTime(left, right) ? [] : [repeat(REPEAT, left, right)]
    })
}

/** An income whose month was left out is twelve times less. */
const isMissingTime = (a: Figure, b: Figure): boolean =>
  a.observation.per.includes('person') && a.observation.per.length !== b.observation.per.length

/** The figure of a section's heading and the first one under it. */
const headingAndBody = (group: readonly Figure[]): Found[] => {
  const inText = group.filter(f => f.place.cell === null).sort((a, b) => a.place.start - b.place.start)
  return inText.flatMap((left, at) => {
    const right = inText[at + 1]
    if (right === undefined || !left.place.inHeading || right.place.inHeading) return []
    return left.place.sections[0] === right.place.sections[0] ? [repeat(HEADING, left, right)] : []
  })
}

/** Two figures of the text that are one slip apart, where it gives no third. */
const twiceInText = (group: readonly Figure[]): Found[] => {
  const inText = group.filter(f => f.place.cell === null).sort((a, b) => a.place.start - b.place.start)
  const [left] = inText
  const right = inText.find(f => f.value !== left?.value)
  const values = new Set(inText.map(f => f.value))
  return left === undefined ||
    right === undefined ||
    values.size !== 2 ||
    Math.abs(left.value) < FEW ||
    !isOneSlipApart(left, right)
    ? []
    : [repeat(TWICE, left, right)]
}

/** Smaller numbers are like each other by chance. */
const FEW = 100

const repeat = (rule: string, left: Figure, right: Figure): Found => {
  const identity: Identity = { rule, left, relation: '=', right: figure(right), tolerance: 0, repeats: true }
  return { identity, although: null }
}
