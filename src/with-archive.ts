import type { Archive } from './archive/archive.ts'
import type { ProcessKind } from './archive/database/tables.ts'
import { openConfigured } from './archive/open-configured.ts'
import { requireArchive } from './archive/require-archive.ts'
import { type Config, readConfig } from './config.ts'
import { ProblemError } from './problem.ts'
import { problemText } from './problem-text.ts'
import { rememberRules } from './reextract/remember-rules.ts'

type Environment = Readonly<Record<string, string | undefined>>

type Work = (config: Config, archive: Archive) => Promise<number>

/**
 * Opens the archive that the environment names, makes it if there is none, does something with it, and closes it. What it cannot start
 * with is said on `complain`.
 * @param work gives the exit code; a ProblemError that it throws is said on `complain`, too
 * @returns its exit code, or 1
 */
export const withArchive = (
  environment: Environment,
  kind: ProcessKind,
  complain: (text: string) => void,
  work: Work,
): Promise<number> => withOpened(config => openConfigured(config, kind), environment, complain, work)

/** As `withArchive`, for commands that ask what is there: a mistyped folder does not become an archive, but is `no-archive`. */
export const withExistingArchive = (
  environment: Environment,
  complain: (text: string) => void,
  work: Work,
): Promise<number> =>
  withOpened(
    async config => {
      if (config.database === null) requireArchive(config.data)
      return await openConfigured(config, 'command')
    },
    environment,
    complain,
    work,
  )

const withOpened = async (
  open: (config: Config) => Promise<Archive>,
  environment: Environment,
  complain: (text: string) => void,
  work: Work,
): Promise<number> => {
  const result = readConfig(environment)
  if (!result.ok) {
    for (const each of result.problems) complain(problemText('trichluc', each))
    return 1
  }
  try {
    const archive = await open(result.config)
    try {
      // without it more is read anew some day than would have to be
      await rememberRules(archive.db).catch(() => {})
      return await work(result.config, archive)
    } finally {
      await archive.close()
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    complain(problemText('trichluc', error.problem))
    return 1
  }
}
