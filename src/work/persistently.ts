import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProblemError } from '../problem.ts'
import { isPassing } from './passing.ts'

const FIRST_WAIT = 250
const LONGEST_WAIT = 5_000

/**
 * Does something until it succeeds, while the database is away or a disk is full.
 * @param signal ends the waiting
 * @param onWait told of each failure
 * @returns what it gives, or null when it was ended before
 * @throws any other error
 */
export async function persistently<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onWait: (error: ProblemError) => void,
): Promise<T | null> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      onWait(error)
    }
    if (signal.aborted) return null
    // all that is under way may wait for the same
    setMaxListeners(0, signal)
    await sleep(wait, undefined, { signal }).catch(() => {})
    if (signal.aborted) return null
  }
}
