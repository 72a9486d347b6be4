import type { DecisionRequest, Language, Records } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { text } from '../texts.ts'
import { figureOf } from './attribute-changes.ts'
import { seenBy } from './seen.ts'
import { whatIsAsked } from './what-is-asked.ts'

/**
 * A decision in one sentence, to be read out: `sửa: Số thành viên 1.599 người. 3/333.`
 * @param before the records that it was made on
 * @param after those that it makes; null where they are not known
 */
export const saidOf = (
  request: DecisionRequest,
  before: Records | null,
  after: Records | null,
  language: Language,
): string => {
  const asked = whatIsAsked(request, seenBy(request, before))
  const statement = asked.after ?? asked.before
  const figure = statement === null ? '' : `${statement.label} ${figureOf(statement, language)}`.trim()
  const about = figure === '' ? (asked.expression ?? '') : figure
  const kind = text(`decision.${request.kind}`, language)
  const what = about === '' ? kind : text('said.decided', language, { what: kind, about })
  if (after === null) return `${what}.`
  const { settled, records } = after.progress
  const write = (count: number) => formatNumber(count, language)
  return `${what}. ${write(settled)}/${write(records)}.`
}
