import type { Decision, DecisionKind, DecisionRequest, Language, Records, Statement } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { FIELDS } from '../header/header-draft.ts'
import { FIELD_NAME, headerWords } from '../header/header-words.ts'
import { text } from '../texts.ts'
import { figureOf } from './attribute-changes.ts'
import type { Undone } from './my-decisions.ts'
import { type Seen, seenBy } from './seen.ts'
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
  const what = askedWords(request, seenBy(request, before), language)
  if (after === null) return `${what}.`
  const { settled, records } = after.progress
  const write = (count: number) => formatNumber(count, language)
  return `${what}. ${write(settled)}/${write(records)}.`
}

/** What was taken back, in one sentence: `Đã hủy “loại: Số thành viên 1.559 người”.` */
export const saidOfUndone = ({ what }: Extract<Undone, { is: 'undone' }>, language: Language): string => {
  const words = 'request' in what ? askedWords(what.request, what.seen, language) : decidedWords(what, language)
  return text('review.undone', language, { what: words })
}

const askedWords = (request: DecisionRequest, seen: Seen, language: Language): string => {
  const { before, after, expression } = whatIsAsked(request, seen)
  return wordsOf(request.kind, figureWords(after ?? before, language) || (expression ?? ''), language)
}

const decidedWords = (decision: Decision, language: Language): string =>
  wordsOf(decision.kind, aboutWords(decision, language), language)

/** What a stored decision is about. */
const aboutWords = (decision: Decision, language: Language): string => {
  switch (decision.kind) {
    case 'confirm':
    case 'correct':
    case 'accept-suggestion':
    case 'add':
      return figureWords(decision.settled, language)
    case 'reject':
      return figureWords(decision.replaced.observation, language)
    case 'correct-document': {
      const { settled } = decision.header
      return FIELDS.filter(field => field in settled)
        .map(field => `${text(FIELD_NAME[field], language)} ${headerWords(field, settled, language)}`.trim())
        .join('; ')
    }
    case 'note':
      return decision.why ?? ''
    case 'dismiss':
      return decision.flag.expression
    case 'undo':
      return ''
  }
}

const figureWords = (statement: Statement | null, language: Language): string =>
  statement === null ? '' : `${statement.label} ${figureOf(statement, language)}`.trim()

const wordsOf = (decision: DecisionKind, about: string, language: Language): string => {
  const what = text(`decision.${decision}`, language)
  return about === '' ? what : text('said.decided', language, { what, about })
}
