import { ProblemError, problem } from '../problem.ts'
import { systemCause } from '../system-cause.ts'
import { isAway } from './database/away.ts'

/**
 * Says what hindered storing in words of the catalogue: a full disk, a missing permission, a database that does not answer.
 * @throws ProblemError `cannot-store`, `database-away`; or the error itself where neither system nor database refused anything
 */
export function storageFailed(error: unknown): never {
  throwAway(error)
  const cause = systemCause(error)
  throw cause === null ? error : new ProblemError(problem('cannot-store', { ...cause }))
}

/** @throws ProblemError `database-away` where that is why something failed */
export function throwAway(error: unknown): void {
  if (isAway(error)) throw new ProblemError(problem('database-away'))
}
