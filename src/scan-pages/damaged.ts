import { type Problem, problem } from '../problem.ts'

const LONGEST = 200

/** The problem that a picture cannot be decoded, with the first line of what the decoder says. */
export const damaged = (error: unknown): Problem => {
  const message = error instanceof Error ? error.message : String(error)
  return problem('damaged-file', { detail: (message.trim().split('\n')[0] ?? '').slice(0, LONGEST) })
}
