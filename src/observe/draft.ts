import type { ReadObservation, Span } from '../contract/index.ts'

/**
 * An observation on its way. `start` and `end` of its number are offsets into the block's content; `because` has spans of
 * the text as read.
 */
export interface Draft extends Omit<ReadObservation, 'id' | 'area' | 'evidence' | 'source' | 'confidence'> {
  readonly start: number
  readonly end: number
}

type Amount = 'value' | 'min' | 'max'

/** A draft of its parts; made here alone, since names after a spread would cost more than all else (docs/decisions/005). */
export const draftOf = (
  { start, end }: Span,
  amount: Pick<Draft, Amount>,
  attributes: Omit<Draft, Amount | 'start' | 'end'>,
): Draft => ({ start, end, ...amount, ...attributes })
