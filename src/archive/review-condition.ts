/** How much of a document is reviewed: none of its records are settled, some, or all. */
export const REVIEW_STATES = ['none', 'some', 'all'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** Documents without a record are in none of the three. Indexes have the same words: databases use them for no others. */
export const REVIEW_CONDITION: Readonly<Record<ReviewState, string>> = {
  none: 'settled = 0 and records > 0',
  some: 'settled > 0 and settled < records',
  all: 'records > 0 and settled >= records',
}
