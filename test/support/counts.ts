import type { ReviewCounts } from '../../src/archive/review-queue.ts'

/** Counts of a document that nothing is left of. */
export const countsWith = (some: Partial<ReviewCounts> = {}): ReviewCounts => ({
  ...{ records: 9, settled: 1, openErrors: 0, unsettledErrors: 0, openWarnings: 0, openNotes: 0 },
  ...{ openChanged: 0, openDoubtful: 0, openSample: 0, sampleSettled: 0, sampleWrong: 0 },
  ...some,
})
