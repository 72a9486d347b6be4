import { ProblemError } from '../../src/problem.ts'

/** The problem for which a promise fails; another error as it is, null where it does not fail. */
export const problemOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof ProblemError ? error.problem : error
}
