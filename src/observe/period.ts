import type { Period, Status } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import { type DocumentTime, reportingYear } from './document-time.ts'
import type { Figure } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import { meantPeriod, monthsUpTo } from './meant-time.ts'
import type { Named } from './named.ts'
import { type OwnTime, ownTime, timeOutside } from './own-time.ts'
import type { Reading } from './reading.ts'
import { type Carry, fromOutside, type RunningTime } from './running-time.ts'
import { type Kind, sectionPeriod, yearMeant } from './section-time.ts'
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
  /** It counts foundings, which the year of a founding dates. */
  readonly founding: boolean
}

/** Indicators of everything else may be of any kind. */
export const measuredBy = ({ indicator }: Named): Measured => ({
  kind: indicator === null || indicator.code.endsWith('other') ? null : indicator.kind,
  founding: indicator?.code === 'organisations_new',
})

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
  const spoken: Carry | null = outside ? fromOutside(outside) : running.before(figure, measured.kind)
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
    : impliedStatus(time?.time ?? null, section, document)

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
  const undated = { status: status.value, quoted, section: section?.value ?? null, heading, kind: measured.kind }
  const ofSection = sectionPeriod(undated, document)
  const firm = running.isTimedInside(figure)
  if (meant !== null) {
    const carried = own === null && !sameSentence
    const counted = measured.kind === 'stock' || measured.kind === 'mean'
    const value =
      own && hasTag(own.term.tags, rules.vocabulary.id.Deadline)
        ? deadlinePeriod(meant, ofSection.value)
        : isOfPlan(own, ownStatus)
          ? String(endYear(meant))
          : carried && measured.kind === 'flow' && isDay(meant)
            ? monthsUpTo(meant)
            : own === null && counted && isYears(meant)
              ? String(endYear(meant))
              : meant
    return { period: { value, from: own ? 'clause' : 'sentence', words: wordsOf(content, time) }, status, firm }
  }
  const unfinished = !stated && status.value === 'actual' && isUnfinished(ofSection.value, document)
  return { period: ofSection, status: unfinished ? { ...status, value: 'estimate' } : status, firm: false }
}

/** `trước 30/11/2019` is within the months planned for, or tells the year. */
const deadlinePeriod = (deadline: Period, section: Period | null): Period =>
  section !== null && !isYears(section) && endYear(section) === endYear(deadline) ? section : String(endYear(deadline))

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
