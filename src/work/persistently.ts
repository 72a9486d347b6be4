import { setTimeout as sleep } from 'node:timers/promises'
import { ProblemError } from '../problem.ts'

/** Problems that go away by themselves or by an administrator's hand, with nothing wrong about the document. */
const PASSING: ReadonlySet<string> = new Set(['database-away', 'originals-away', 'cannot-store'])

export const isPassing = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && PASSING.has(error.problem.code)

const FIRST_WAIT = 250
const LONGEST_WAIT = 5_000

/**
 * Does something until it succeeds, while the database is away or the disk is full.
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
    await sleep(wait, undefined, { signal }).catch(() => {})
    if (signal.aborted) return null
  }
}
