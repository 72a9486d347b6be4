import type { Period, Status } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import { type DocumentTime, reportingYear } from './document-time.ts'
import type { Figure } from './figure.ts'
import { type Found, wordsOf } from './found.ts'
import type { Named } from './name-indicator.ts'
import { ownTime, timeOutside } from './own-time.ts'
import type { Reading } from './reading.ts'
import { type Carry, fromOutside, type RunningTime } from './running-time.ts'
import { type Kind, sectionPeriod, yearMeant } from './section-time.ts'
import { impliedStatus, isExpected, isUnfinished, refineStatus, sectionStatus, statedStatus } from './status.ts'
import { endYear, isYear, periodOf } from './time.ts'

export interface When {
  readonly period: Found<Period | null>
  readonly status: Found<Status>
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
export const whenOf = (reading: Reading, figure: Figure, running: RunningTime, measured: Measured): When => {
  const { content, terms, above, document, rules } = reading
  const own = ownTime(reading, figure, measured.founding)
  const ownStatus = statedStatus(terms, figure, rules)
  const outside = timeOutside(reading, figure)
  const current: Carry | null = outside ? fromOutside(outside) : running.before(figure, measured.kind)
  const sameSentence = outside !== null || running.isOfSentence(figure)
  const goesOn = sameSentence && own !== null && staysIn(own.term, current?.time ?? null, document)
  running.after(figure, { own, status: ownStatus, goesOn, outside, kind: measured.kind }, current)

  const carriedStatus =
    ownStatus || (own && !goesOn) ? null : sameSentence || current?.time ? (current?.status ?? null) : null
  const section = sectionStatus(above, document)
  const heading = above.find(c => c.time !== null) ?? null
  const time = own?.term ?? current?.time ?? null
  const stated = ownStatus ?? carriedStatus
  const status = stated
    ? {
        value: refineStatus(stated.value, stated.term, time, section?.value ?? null, document, rules),
        from: ownStatus ? ('clause' as const) : ('sentence' as const),
        words: wordsOf(content, stated.term),
      }
    : impliedStatus(time?.time ?? null, section, document)

  const said = time?.time ? periodOf(time.time, yearMeant(status.value, heading?.time?.time ?? null, document)) : null
  if (said !== null)
    return { period: { value: said, from: own ? 'clause' : 'sentence', words: wordsOf(content, time) }, status }
  const quoted =
    (status.value === 'target' && section?.value !== 'target' && (stated !== null || section !== null)) ||
    (status.value === 'estimate' && isExpected(stated, rules))
  const undated = { status: status.value, quoted, section: section?.value ?? null, heading, kind: measured.kind }
  const period = sectionPeriod(undated, document)
  const unfinished = !stated && status.value === 'actual' && isUnfinished(period.value, document)
  return { period, status: unfinished ? { ...status, value: 'estimate' } : status }
}

/** `Ước cả năm …, cuối năm có …`: time of the same year goes on with the status of its sentence. */
const staysIn = (time: Term, before: Term | null, document: DocumentTime): boolean => {
  if (!time.time || time.time.kind === 'now') return false
  const named = periodOf(time.time, null)
  if (named === null) return true
  const earlier = before?.time ? periodOf(before.time, reportingYear(document)) : null
  return isYear(named) && earlier !== null && endYear(earlier) === endYear(named)
}
