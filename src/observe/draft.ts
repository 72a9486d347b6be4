import type { Observation } from '../contract/index.ts'

/**
 * An observation on its way. `start` and `end` of its number are offsets into the block's content; `because` has spans of
 * the text as read.
 */
export interface Draft extends Omit<Observation, 'id' | 'area' | 'evidence' | 'source' | 'confidence'> {
  readonly start: number
  readonly end: number
}
