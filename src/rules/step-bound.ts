import type { Element, Pattern } from './pattern.ts'

/** Steps that following the elements takes at most: each repetition that an element may take starts the rest anew. */
const sideBound = (elements: readonly Element[]): number =>
  elements.reduceRight((rest, { min, max }) => 1 + (max - min + 1) * rest, 1)

/**
 * The most steps that one attempt to match a pattern can take, whatever the terms. A pattern whose bound is at most
 * STEP_LIMIT never gives up.
 */
export const stepBound = (p: Pattern): number =>
  p.target === null ? sideBound(p.elements) : sideBound(p.after) + sideBound(p.before)
