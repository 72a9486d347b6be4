import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError, problem } from '../problem.ts'

/** Makes sure that a folder holds an archive, and makes none. @throws ProblemError `no-archive` */
export function requireArchive(folder: string): void {
  if (!existsSync(join(folder, 'archive.sqlite'))) throw new ProblemError(problem('no-archive', { folder }))
}
