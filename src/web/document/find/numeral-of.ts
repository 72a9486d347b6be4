import type { Span } from '../../../contract/index.ts'
import { numeralAround } from '../../page/numeral-around.ts'

interface Standing {
  readonly evidence: Span
}

/** The first number of some words that were found, to ask why it is no record; null where they hold none, or a record. */
export const numeralOf = ({ start, end }: Span, text: string, records: readonly Standing[]): Span | null => {
  const at = text.slice(start, end).search(/\d/)
  const numeral = at === -1 ? null : numeralAround(text, start + at)
  if (numeral === null) return null
  const isRecord = records.some(({ evidence }) => evidence.start < numeral.end && evidence.end > numeral.start)
  return isRecord ? null : numeral
}
