import type { Because, Reason } from '../contract/index.ts'
import type { Quantity } from '../lex/term.ts'
import { sourceSpan } from '../repair/mapped-text.ts'
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'

type NumberReasons = Pick<Because, 'value' | 'unit' | 'per' | 'comparator'>

/**
 * Why a record has its value, unit, per-phrase and comparator: the words beside the number, where they say it.
 * @param implied where unit and per-phrase came from if no word beside the number named them
 */
export const numberReasons = (
  { content }: Reading,
  quantity: Quantity,
  { per, comparator }: Pick<Draft, 'per' | 'comparator'>,
  implied: Readonly<Record<'unit' | 'per', Reason>>,
): NumberReasons => {
  const spanOf = (part: keyof Quantity['words']) => {
    const span = quantity.words[part]
    return span ? sourceSpan(content, span.start, span.end) : {}
  }
  const reasons: NumberReasons = {
    value: { from: 'number' },
    unit: quantity.unit === null ? implied.unit : { from: 'counter', ...spanOf('unit') },
  }
  if (per.length > 0)
    reasons.per = per.every(p => quantity.per.includes(p)) ? { from: 'clause', ...spanOf('per') } : implied.per
  if (comparator !== 'eq')
    reasons.comparator =
      comparator === quantity.comparator ? { from: 'clause', ...spanOf('comparator') } : { from: 'figure' }
  return reasons
}
