import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { ProblemError, problem } from '../problem.ts'

export interface Lock {
  release(): void
}

const owner = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return '?'
  }
}

/**
 * Makes this process the owner of the archive. The lock is that of a second, empty database file: the operating system
 * gives it back when the process ends, however it ends, so there is no stale lock to remove by hand.
 * @param folder the archive's folder, which must exist
 * @throws ProblemError `archive-in-use` when another process, or another archive of this process, holds it
 */
export function lock(folder: string): Lock {
  const ownerPath = join(folder, 'owner')
  const sqlite = new SQLite(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    sqlite.exec('BEGIN EXCLUSIVE')
    writeFileSync(ownerPath, `${process.pid}\n`)
  } catch (error) {
    sqlite.close()
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new ProblemError(problem('archive-in-use', { folder, owner: owner(ownerPath) }))
    }
    throw error
  }
  return { release: () => void sqlite.close() }
}
