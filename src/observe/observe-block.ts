import type { Term } from '../lex/term.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Draft } from './draft.ts'
import { type Figure, findFigures } from './figure.ts'
import { headOf, respectiveHead } from './head.ts'
import { History } from './history.ts'
import { joinedMeasure, type MeasureHit, measureOf, reachesWhole, saidOnceMore } from './measure.ts'
import { nameIndicator } from './name-indicator.ts'
import { settleSecond } from './pair.ts'
import { pairedPeriod } from './paired-time.ts'
import { measuredBy, whenOf } from './period.ts'
import { qualify } from './qualify.ts'
import { type Reading, runInHeading } from './reading.ts'
import { RunningTime } from './running-time.ts'
import { secondOpinion } from './second-opinion.ts'
import { settle } from './settle.ts'

/** `10 mô hình HTX …, trong đó 04 mô hình …`: the short counter counts what the full one did. */
const withFullCounter = (figure: Figure, history: History): Figure => {
  const { counter, unit } = figure.quantity
  const last = history.lastLevel
  const full = last?.quantity.counter
  if (!last || unit !== 'other' || !counter || !full || !full.startsWith(`${counter} `)) return figure
  if (last.figure.sentence.from !== figure.sentence.from) return figure
  return {
    ...figure,
    quantity: { ...figure.quantity, unit: last.draft.unit, subject: last.draft.subject, counter: full },
  }
}

/** `5. Kết quả kinh doanh năm 2012. Doanh thu…`: the period that a run-in heading gives to its block. */
const openingTime = (reading: Reading): Term | null =>
  reading.terms.slice(0, runInHeading(reading)).find(t => t.time) ?? null

/** `số HTX xếp loại tốt đạt 55%`: a completion that has no figure to complete is a share. */
const standing = (measure: MeasureHit, rules: RuleSet): MeasureHit =>
  measure.rule.id === 'completion/reached' ? inRule(measure, 'share/own', rules) : measure

const inRule = (measure: MeasureHit, id: string, rules: RuleSet): MeasureHit => {
  const rule = rules.measures.find(r => r.id === id)
  return rule ? { ...measure, rule } : measure
}

/**
 * Every statistic of one block of running text, in reading order. Figures are settled from left to right, each able to lean
 * on those before it.
 */
export const observeBlock = (reading: Reading): Draft[] => {
  const { terms, rules } = reading
  const history = new History()
  const running = new RunningTime(reading, openingTime(reading))
  for (const found of findFigures(terms, rules.vocabulary)) {
    const figure = withFullCounter(found, history)
    const said = joinedMeasure(reading, figure, history) ?? measureOf(terms, figure, rules)
    const once = said.rule.measure === 'plan_completion' ? null : saidOnceMore(reading, figure, history)
    const measure = once?.measure ?? said
    const ruled = nameIndicator(reading, figure, history)
    const head = once ?? respectiveHead(reading, figure, history) ?? headOf(reading, figure, history, measure, ruled)
    const named = head ? ruled : secondOpinion(reading, figure, measure, ruled, history)
    const when = whenOf(
      reading,
      figure,
      running,
      measuredBy(named, measure, reading, figure),
      pairedPeriod(reading, figure, history),
    )
    const settled = head
      ? qualify(
          reading,
          figure,
          reachesWhole(reading, figure, measure, head) ? inRule(measure, 'share/of-whole', rules) : measure,
          head,
          when,
        )
      : settle(reading, figure, standing(measure, rules), named, when, history)
    history.add(settled)
    if (figure.second) history.add(settleSecond(reading, figure.second, settled))
  }
  reading.watch?.settled?.(reading, history.all)
  return history.all.map(s => s.draft).sort((a, b) => a.start - b.start)
}
