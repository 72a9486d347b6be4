import { tmpdir } from 'node:os'
import { type Problem, problem } from './problem.ts'
import { systemCause } from './system-cause.ts'

/**
 * Tells that the folder for temporary files is full.
 * @param error of writing there
 * @param folder which one
 * @returns null where the error is of another kind
 */
export function temporaryFull(error: unknown, folder = tmpdir()): Problem | null {
  if (!(error instanceof Error) || !('code' in error) || (error.code !== 'ENOSPC' && error.code !== 'EDQUOT'))
    return null
  return problem('temporary-full', { folder, ...systemCause(error) })
}
