import type { Period, Status } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import { type DocumentTime, reportingYear } from './document-time.ts'
import type { Figure } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import { meantPeriod, monthsUpTo } from './meant-time.ts'
import type { MeasureHit } from './measure.ts'
import type { Named } from './named.ts'
import { type OwnTime, ownTime, timeOutside } from './own-time.ts'
import { isYearly, recurs } from './per.ts'
import { type Reading, tagged } from './reading.ts'
import { type Carry, fromOutside, type RunningTime } from './running-time.ts'
import { type Kind, sectionPeriod, type Undated, yearMeant } from './section-time.ts'
import {
  impliedStatus,
  isExpected,
  isUnfinished,
  refineStatus,
  type Stated,
  sectionStatus,
  statedStatus,
} from './status.ts'
import { endYear, isDay, isYear, isYears, periodOf } from './time.ts'

export interface When {
  readonly period: Found<Period | null>
  readonly status: Found<Status>
  /** It is the figure's own, whatever figure it qualifies. */
  readonly firm: boolean
  /** The period that its place in a run of numbers gives it. */
  readonly paired: Period | null
}

/** What the figure measures, as far as its time depends on it. */
export interface Measured {
  readonly kind: Kind
  readonly sums: boolean
  /** It is the quantity itself, no share or change of it. */
  readonly level: boolean
  /** It counts foundings, which the year of a founding dates. */
  readonly founding: boolean
}

/** What is reckoned up every year, whatever span a report is on. */
const BY_YEAR = /^(?:revenue|profit|output_share|budget_contribution)/

/** What a report on several years adds up though it could be counted on a day. */
const ADDED_UP = /^organisations_borrowing$/

/** `thành lập năm 2009 với vốn ban đầu 5 tỷ đồng`: what something began with is of the year that it was founded in. */
const hasInitial = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.low; i < figure.at; i++) if (tagged(reading, i, 'InitialWord')) return true
  return false
}

/** How many terms before its number the verb may stand: `xây dựng thêm 15 mô hình`. */
const DOING = 3

/** `xây dựng 15 mô hình`: something that is done in the course of time. */
const isDone = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.at - 1; i >= Math.max(figure.low, figure.at - DOING); i--)
    if (tagged(reading, i, 'ActWord')) return true
  return false
}

/** `giao 42 HTX sử dụng 18,7 ha đất`: land that is given to cooperatives, not what they work on. */
const isGranted = (reading: Reading, figure: Figure): boolean => {
  for (let i = figure.sentence.from; i < figure.at; i++) if (tagged(reading, i, 'GrantWord')) return true
  return false
}

/** Indicators of everything else may be of any kind. */
export const measuredBy = ({ indicator }: Named, { rule }: MeasureHit, reading: Reading, figure: Figure): Measured => {
  const code = indicator?.code ?? ''
  const founding = code === 'organisations_new' || hasInitial(reading, figure)
  // a yearly rate of growth holds for all the years of a span
  if (rule.measure === 'change' && isYearly(reading, figure))
    return { kind: 'flow', sums: true, level: false, founding }
  const granted = code === 'land_area' && isGranted(reading, figure)
  const any = indicator === null || code.endsWith('other') || ADDED_UP.test(code) || granted
  return {
    kind: any ? null : BY_YEAR.test(code) ? 'mean' : indicator.kind,
    sums: ADDED_UP.test(code) || granted || (any && isDone(reading, figure)),
    level: rule.measure === 'level',
    founding,
  }
}

/**
 * Period and status of a figure: from its own words, from what its sentence and its paragraph said before, from the lead-in
 * and headings, and last from the document.
 */
export const whenOf = (
  reading: Reading,
  figure: Figure,
  running: RunningTime,
  measured: Measured,
  paired: Period | null = null,
): When => {
  const when = spokenOf(reading, figure, running, measured)
  return paired === null
    ? { ...when, paired }
    : { ...when, paired, period: { value: paired, from: 'sentence', words: null } }
}

const spokenOf = (reading: Reading, figure: Figure, running: RunningTime, measured: Measured): Omit<When, 'paired'> => {
  const { content, terms, above, document, rules } = reading
  const section = sectionStatus(above, document)
  const ownStatus = statedStatus(terms, figure, rules)
  const planned = (ownStatus?.value ?? section?.value ?? document.status) === 'target'
  const own = ownTime(reading, figure, { founding: measured.founding, planned })
  const outside = timeOutside(reading, figure)
  const spoken: Carry | null = outside ? fromOutside(outside, figure) : running.before(figure, measured.kind)
  const sameSentence = outside !== null || running.isOfSentence(figure)
  const reckoned = ownStatus?.value === 'estimate' && own === null && !sameSentence
  const current = reckoned ? (running.estimate ?? spoken) : spoken
  const goesOn = sameSentence && own !== null && staysIn(own.term, current?.time ?? null, document)
  running.after(figure, { own, status: ownStatus, goesOn, outside, kind: measured.kind }, current)

  const carriedStatus =
    ownStatus || (own && !goesOn) ? null : sameSentence || current?.time ? (current?.status ?? null) : null
  const time = own?.term ?? current?.time ?? null
  const isNow = time?.time?.kind === 'now'
  const heading = isNow && section?.value === 'target' ? null : (above.find(c => c.time !== null) ?? null)
  const stated = ownStatus ?? carriedStatus
  const status = stated
    ? {
        value: refineStatus(stated.value, stated.term, time, section?.value ?? null, document, rules),
        from: ownStatus ? ('clause' as const) : ('sentence' as const),
        words: wordsOf(content, stated.term),
      }
    : impliedStatus(time?.time ?? null, section, document, running.isTimedInside(figure))

  // `kế hoạch`, `dự kiến` in a report speak of the year under report
  const quoted =
    (status.value === 'target' && (section?.value ?? document.status) !== 'target') ||
    (status.value === 'estimate' && isExpected(stated, rules))
  const ofSentence = time?.time?.kind === 'year' ? running.yearOf(figure) : null
  const year = ofSentence ?? yearMeant(quoted ? 'actual' : status.value, heading?.time?.time ?? null, document)
  const around = periodsAround([own ? current?.time : null, heading?.time], status.value, year, document)
  const meant = time?.time
    ? meantPeriod(time.time, { year, around, kind: measured.kind, planned: status.value === 'target', document })
    : null
  const undated: Undated = {
    status: status.value,
    quoted,
    heading,
    kind: measured.kind,
    sums: measured.sums || measured.kind === 'flow',
    yearly: figure.quantity.per.includes('year') || (stated !== null && isExpected(stated, rules)),
  }
  const ofSection = sectionPeriod(undated, document)
  const firm = running.isTimedInside(figure)
  if (meant !== null) {
    const carried = own === null && current?.sentence !== figure.sentence.from
    const counted = measured.kind === 'stock' || measured.kind === 'mean'
    const value =
      own && isDeadline(reading, own, planned)
        ? measured.level
          ? deadlinePeriod(meant, ofSection.value)
          : String(endYear(meant))
        : isOfPlan(own, ownStatus)
          ? String(endYear(meant))
          : carried && measured.kind === 'flow' && isDay(meant)
            ? monthsUpTo(meant)
            : own === null && counted && isYears(meant)
              ? String(endYear(meant))
              : ((own === null && recurs(reading, figure) ? spanEndingIn(meant, status.value, document) : null) ??
                meant)
    // what others are compared with: the same months before, the plan quoted in a report
    const base = own?.term.time?.kind === 'same-period' || (ownStatus?.lasts === false && quoted)
    const from = base ? 'figure' : own ? 'clause' : 'sentence'
    return { period: { value, from, words: wordsOf(content, time) }, status, firm }
  }
  const span = recurs(reading, figure) ? spanEndingIn(ofSection.value, status.value, document) : null
  if (span !== null) return { period: { ...ofSection, value: span }, status, firm: false }
  const unfinished = !stated && status.value === 'actual' && isUnfinished(ofSection.value, document)
  return { period: ofSection, status: unfinished ? { ...status, value: 'estimate' } : status, firm: false }
}

/** `trước 30/11/2019`; `xử lý xong 04 HTX trong quý II`, behind what is planned. */
const isDeadline = ({ rules: { vocabulary: v } }: Reading, { term, behind }: OwnTime, planned: boolean): boolean => {
  if (hasTag(term.tags, v.id.Deadline)) return true
  return planned && behind && term.time?.kind === 'months' && term.time.year === null
}

/** `trước 30/11/2019` is within the months planned for, or tells the year. */
const deadlinePeriod = (deadline: Period, section: Period | null): Period =>
  section !== null && !isYears(section) && endYear(section) === endYear(deadline) ? section : String(endYear(deadline))

/** `đến năm 2025 có 400 HTX; mỗi năm thành lập mới 25 HTX`: what recurs does so in all the years of the document's span. */
const spanEndingIn = (period: Period | null, status: Status, { plans, reports }: DocumentTime): Period | null => {
  const span = status === 'target' ? plans : reports
  return span !== null && period !== null && isYears(span) && isYear(period) && endYear(span) === endYear(period)
    ? span
    : null
}

/** `9 tháng thành lập 29 HTX, kế hoạch 45 HTX`: a plan beside months is the plan for their year. */
const isOfPlan = (own: OwnTime | null, status: Stated | null): boolean =>
  own === null && status?.value === 'target' && !status.lasts

/** What the text spoke of before a figure, nearest first. */
const periodsAround = (
  terms: readonly (Term | null | undefined)[],
  status: Status,
  year: number | null,
  document: DocumentTime,
): Period[] => {
  const named = terms.map(term => (term?.time ? periodOf(term.time, year) : null))
  return [...named, status === 'target' ? document.plans : document.reports].filter(p => p !== null)
}

/** `Ước cả năm …, cuối năm có …`: time of the same year goes on with the status of its sentence. */
const staysIn = (time: Term, before: Term | null, document: DocumentTime): boolean => {
  if (!time.time || time.time.kind === 'now') return false
  const named = periodOf(time.time, null)
  if (named === null) return true
  const earlier = before?.time ? periodOf(before.time, reportingYear(document)) : null
  return isYear(named) && earlier !== null && endYear(earlier) === endYear(named)
}
