import { backup } from '../backup/backup.ts'
import { readConfig } from '../config.ts'
import { ProblemError, problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { EXIT, type Streams } from './streams.ts'

/**
 * Backs the archive in TRICHLUC_DATA up into a folder, also while a server uses it.
 * @returns the exit code: 0 done; 1 where nothing was backed up, or originals are missing or damaged in the archive itself
 */
export async function backupCommand(to: string, { environment, print, complain }: Streams): Promise<number> {
  const result = readConfig(environment)
  if (!result.ok) {
    for (const each of result.problems) complain(problemText('trichluc', each))
    return EXIT.failed
  }
  const { data, database } = result.config
  try {
    if (database !== null) throw new ProblemError(problem('backup-of-database'))
    const { documents, copied, bytes, problems } = await backup(data, to)
    for (const each of problems) complain(problemText(data, each))
    const number = new Intl.NumberFormat('vi-VN')
    print(
      `${number.format(documents)} văn bản · documents; ${number.format(copied)} tệp gốc mới · new originals, ${number.format(bytes)} byte → ${to}\n`,
    )
    return problems.length === 0 ? EXIT.done : EXIT.failed
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    complain(problemText('trichluc', error.problem))
    return EXIT.failed
  }
}
