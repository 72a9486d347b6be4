import { ProblemError, problem } from '../problem.ts'
import { systemCause } from '../system-cause.ts'

/**
 * Says what hindered storing in words of the catalogue: a full disk, a missing permission.
 * @throws ProblemError `cannot-store`; or the error itself where neither system nor database refused anything
 */
export function storageFailed(error: unknown): never {
  const cause = systemCause(error)
  throw cause === null ? error : new ProblemError(problem('cannot-store', { ...cause }))
}
