import type { ProblemCode } from '../../problem.ts'

/** Problems of one attempt, which another one may not meet: the machine was slow or short of memory, or something ended the process. */
export const LOST_ATTEMPTS = [
  'reading-too-long',
  'reading-out-of-memory',
  'reading-died',
] as const satisfies ProblemCode[]

export const isLostAttempt = ({ code }: { readonly code: ProblemCode }): boolean =>
  LOST_ATTEMPTS.some(each => each === code)
