import { randomUUID } from 'node:crypto'
import type { Database } from './database/database.ts'
import { type Claimed, giveBackUnheard, takeNext, takenBy } from './reading-states.ts'

/** What a process has taken out of the queue. */
export interface Claims {
  takeNext(): Promise<Claimed | null>
  /** Does something that ends a claim. */
  ending<T>(claimed: Claimed, work: Promise<T>): Promise<T>
  /**
   * Gives back what was taken for this process without its knowing: a database that falls silent may do what it was asked when it comes
   * to itself, long after nobody waits for the answer.
   * @returns how many documents that were
   */
  giveBackUnheard(): Promise<number>
}

export function claimsOf(db: Database, reader: string): Claims {
  /** Asked for, or given and not ended. */
  const known = new Set<string>()
  return {
    async takeNext() {
      const claim = randomUUID()
      known.add(claim)
      let claimed: Claimed | null = null
      try {
        claimed = await takeNext(db, reader, claim)
        return claimed
      } finally {
        if (claimed === null) known.delete(claim)
      }
    },
    async ending({ claim }, work) {
      const result = await work
      known.delete(claim)
      return result
    },
    async giveBackUnheard() {
      // Compared after the answer: what was taken by then has been asked for before.
      const taken = await takenBy(db, reader)
      return await giveBackUnheard(
        db,
        taken.filter(claim => !known.has(claim)),
      )
    },
  }
}
