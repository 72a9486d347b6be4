import { differences } from '../score/agreement.ts'
import type { Pairs } from '../score/pairs.ts'
import type { FoundObservation } from '../score/score.ts'

/** Observations whose confidence lies in [from, to), and how many of them are right in every attribute. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly observations: number
  readonly right: number
}

const BANDS = 10

/** Whether the confidence that observations are given is earned: bands of a tenth, highest first, empty ones left out. */
export const reliability = (all: readonly Pairs<FoundObservation>[]): Band[] => {
  const judged = all.flatMap(({ pairs, spurious }) => [
    ...pairs.flatMap(({ gold, found }) =>
      found ? [{ confidence: found.confidence, right: differences(gold, found).length === 0 }] : [],
    ),
    ...spurious.map(({ confidence }) => ({ confidence, right: false })),
  ])
  // in hundredths, and 1.0 belongs to the highest band
  const bandOf = (confidence: number) => Math.min(BANDS - 1, Math.floor(Math.round(confidence * 100) / BANDS))
  return Array.from({ length: BANDS }, (_, i) => BANDS - 1 - i)
    .map(band => {
      const inside = judged.filter(j => bandOf(j.confidence) === band)
      return {
        from: band / BANDS,
        to: (band + 1) / BANDS,
        observations: inside.length,
        right: inside.filter(j => j.right).length,
      }
    })
    .filter(band => band.observations > 0)
}
