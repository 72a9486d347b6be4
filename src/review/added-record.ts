import type {
  AddedPlace,
  DocumentHeader,
  Evidence,
  Extraction,
  NewStatement,
  Observation,
  Span,
} from '../contract/index.ts'
import { evidenceAt } from './evidence-at.ts'
import { type Issue, issue } from './issue.ts'
import type { Codes } from './statement-issues.ts'

/** Points: no page is longer (ISO 32000-1, annex C.2). The size of the page itself stands in the original only. */
const LONGEST_SIDE = 14_400

/** The place of an added statistic, or what is wrong with it. */
export const addedEvidence = (extraction: Extraction, place: AddedPlace, at: string): Evidence | Issue => {
  const { text, document } = extraction
  if ('box' in place) {
    const { page, box, quote } = place
    const [left, top, right, bottom] = box
    if (page > (document.pages ?? 0)) return issue(`${at}/page`, 'no-such-page', { page })
    if (left < 0 || top < 0 || right <= left || bottom <= top || right > LONGEST_SIDE || bottom > LONGEST_SIDE)
      return issue(`${at}/box`, 'not-a-box', { most: LONGEST_SIDE })
    return evidenceAt(extraction, lineBeside(extraction, page, top), { page, box, quote })
  }
  const { start, end } = place
  if (start >= end || end > text.length) return issue(at, 'outside-text', { start, end, length: text.length })
  if (text.slice(start, end).trim() === '') return issue(at, 'no-words')
  return evidenceAt(extraction, { start, end }, { page: null, box: null })
}

/** Where in the text ink of a page belongs that was not read: before the line of the first number below it. */
const lineBeside = ({ observations, text }: Extraction, page: number, top: number): Span => {
  const below = observations.find(
    ({ evidence }) => (evidence.page ?? 0) > page || (evidence.page === page && (evidence.box?.[1] ?? 0) >= top),
  )
  const offset = below?.evidence.start ?? text.length
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return { start, end: start }
}

/**
 * An added statistic as an observation.
 * @param header the document’s, as it is now
 */
export const addedRecord = (
  header: Pick<DocumentHeader, 'area'>,
  { area, label, ...statement }: NewStatement,
  evidence: Evidence,
  codes: Codes,
): Observation => ({
  id: '',
  ...statement,
  area: area === undefined ? header.area : area,
  label: label ?? codes.indicators.get(statement.indicator)?.label.vi ?? statement.indicator,
  evidence,
  because: {},
  confidence: 1,
  support: 0,
})
