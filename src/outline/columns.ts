import type { Span } from '../contract/index.ts'
import { fold } from '../repair/fold.ts'
import { repairSpans } from '../repair/repair-spans.ts'
import { AGENCY, CAPACITY, MOTTO, NATION, NUMBER, PARTY, PLACE_DATE, RECIPIENTS } from './form-patterns.ts'
import { isUpperTitle } from './letter-case.ts'

const COLUMN_GAP = /\t\s*| {3,}/g
const LONGEST_FORM_LINE = 400

/**
 * Parts a line of the head or the foot of a document that holds two columns (agency and Quốc hiệu, number and date, Nơi
 * nhận and signature), or several parts run together. Offsets into `source`; any other line comes back whole.
 */
export const splitColumns = (source: string, span: Span): Span[] => {
  const raw = source.slice(span.start, span.end)
  if (raw.length > LONGEST_FORM_LINE) return [span]
  const byGap = gapColumns(raw, span.start)
  if (byGap.length > 1 && byGap.some(column => isFormElement(source.slice(column.start, column.end)))) {
    return byGap.flatMap(column => splitByPattern(source, column))
  }
  return splitByPattern(source, span)
}

const gapColumns = (raw: string, offset: number): Span[] => {
  const spans: Span[] = []
  let start = raw.length - raw.trimStart().length
  const end = raw.trimEnd().length
  for (const gap of raw.matchAll(COLUMN_GAP)) {
    if (gap.index < start || gap.index >= end) continue
    spans.push({ start: offset + start, end: offset + gap.index })
    start = gap.index + gap[0].length
  }
  spans.push({ start: offset + start, end: offset + end })
  return spans
}

const isFormElement = (raw: string): boolean => {
  const text = fold(repairSpans(raw, [{ start: 0, end: raw.length }]).text)
  return (
    NATION.test(text) ||
    MOTTO.test(text) ||
    PARTY.test(text) ||
    NUMBER.test(text) ||
    RECIPIENTS.test(text) ||
    CAPACITY.test(text) ||
    (text.length < 80 && PLACE_DATE.test(text))
  )
}

/** Whether a text holds the marks of a head or a foot: Quốc hiệu, motto, Nơi nhận, a signature's capacity. */
export const hasFormElement = (raw: string): boolean => {
  const text = fold(repairSpans(raw, [{ start: 0, end: Math.min(raw.length, 4 * LONGEST_FORM_LINE) }]).text)
  return NATION.test(text) || MOTTO.test(text) || /(?<!\p{L})noi nhan\s?:/u.test(text)
}

/** Cuts before and after what is known by its wording wherever it stands: Quốc hiệu, motto, number, place and date. */
const splitByPattern = (source: string, span: Span): Span[] => {
  const mapped = repairSpans(source, [span])
  const text = fold(mapped.text)
  const cuts = new Set<number>()
  const nation = standsAlone(mapped.text, NATION.exec(text))
  const motto = MOTTO.exec(text)
  if (nation) cuts.add(nation.index).add(nation.index + nation[0].length)
  if (motto) cuts.add(motto.index).add(motto.index + motto[0].length)
  if (nation || motto) {
    const number = /(?<!\p{L})s[o0]\s?:/u.exec(text)
    if (number) cuts.add(number.index)
  }
  const end = NUMBER.exec(text)?.[0].length ?? 0
  if (end > 0 && /^\s+\p{Lu}/u.test(mapped.text.slice(end)) && isPlaceDate(text.slice(end).trim())) cuts.add(end)
  if (cuts.size === 0) return [span]
  const at = [0, ...[...cuts].filter(cut => cut > 0 && cut < text.length).sort((a, b) => a - b), text.length]
  const spans: Span[] = []
  for (let i = 0; i + 1 < at.length; i++) {
    const from = at[i] ?? 0
    const to = at[i + 1] ?? 0
    if (!/[\p{L}\d]/u.test(text.slice(from, to))) continue
    spans.push({ start: mapped.starts[from] ?? span.start, end: mapped.ends[to - 1] ?? span.end })
  }
  return spans
}

/** Quốc hiệu in a sentence (`Hiến pháp nước Cộng hòa …`) is no part of a head. */
const standsAlone = (text: string, match: RegExpExecArray | null): RegExpExecArray | null => {
  if (match === null) return null
  const before = text.slice(0, match.index).trim()
  const after = text.slice(match.index + match[0].length).trim()
  const agency = before === '' || isUpperTitle(before) || AGENCY.test(fold(before))
  return agency && !/^[\p{Ll},;]/u.test(after) ? match : null
}

const isPlaceDate = (text: string): boolean => {
  const match = PLACE_DATE.exec(text)
  return match?.index === 0 && match[0].length >= text.length - 1
}

const GLUED_HEADING = /^(\s*(?:#+\s+)?[\p{L}\d.]{1,6}\)?\s*\*\*[^*]+\*\*)\s*[-–+]\s+\S/u

/** Parts `a) **Những thuận lợi**- Công tác …`: a heading that lost the line break before its first item. */
export const splitGluedHeading = (source: string, span: Span): Span[] => {
  const heading = GLUED_HEADING.exec(source.slice(span.start, span.end))?.[1]
  if (heading === undefined) return [span]
  const cut = span.start + heading.length
  return [
    { start: span.start, end: cut },
    { start: cut, end: span.end },
  ]
}
