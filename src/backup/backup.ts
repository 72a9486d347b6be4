import { existsSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { lock } from '../archive/lock.ts'
import { folderOriginals } from '../archive/originals/folder-originals.ts'
import type { Originals } from '../archive/originals/originals.ts'
import { type Problem, ProblemError, problem } from '../problem.ts'
import { systemCause } from '../system-cause.ts'
import { replaceDatabase, type SnapshotOriginal, snapshot } from './snapshot.ts'

export interface BackupReport {
  readonly documents: number
  /** Originals that were copied now, with their bytes; the others were there from an earlier backup. */
  readonly copied: number
  readonly bytes: number
  /** Originals that the archive itself has lost or that are damaged there. All else is backed up all the same. */
  readonly problems: readonly Problem[]
}

/**
 * Backs the archive of a folder up into another, which is an archive then: it can be opened, and restoring is copying it back. The
 * archive may be in use. Rows are copied first, at one moment; then the originals that these rows name, which are never changed
 * and were on the disk before their rows; the rows take their place last. Whenever it is cut off, the folder holds the backup
 * before it, or this one. A second backup into the same folder copies only new originals.
 * @param from the folder of the archive
 * @param to another folder; made if there is none
 * @throws ProblemError `no-archive`, `backup-into-itself`, `archive-in-use` (the backup is being used as an archive),
 *   `unusable-folder`
 */
export async function backup(from: string, to: string): Promise<BackupReport> {
  if (!existsSync(join(from, 'archive.sqlite'))) throw new ProblemError(problem('no-archive', { folder: from }))
  try {
    await mkdir(to, { recursive: true })
    if ((await realpath(from)) === (await realpath(to)))
      throw new ProblemError(problem('backup-into-itself', { folder: to }))
    const owned = lock(to)
    try {
      return await copy(from, to)
    } finally {
      owned.release()
    }
  } catch (error) {
    const cause = systemCause(error)
    if (cause === null) throw error
    throw new ProblemError(problem('unusable-folder', { folder: to, ...cause }))
  }
}

const copy = async (from: string, to: string): Promise<BackupReport> => {
  const rows = join(to, 'archive.sqlite.new')
  const named = await snapshot(join(from, 'archive.sqlite'), rows)
  const source = await folderOriginals(join(from, 'originals'), { shared: true })
  const target = await folderOriginals(join(to, 'originals'), { shared: false })
  // this process owns the backup: what lies there was left by one that was cut off
  await target.sweep()
  const there = new Map<string, number>()
  for await (const { sha256, bytes } of target.list()) there.set(sha256, bytes)
  const missing = named.filter(({ sha256, bytes }) => there.get(sha256) !== bytes)
  const problems: Problem[] = []
  let bytes = 0
  for (const original of missing) {
    const cause = await copyOriginal(original, source, target)
    if (cause === null) bytes += original.bytes
    else problems.push(cause)
  }
  await replaceDatabase(rows, join(to, 'archive.sqlite'))
  return { documents: named.length, copied: missing.length - problems.length, bytes, problems }
}

/** @returns why the original could not be copied as it should be; null where it was */
const copyOriginal = async (
  { sha256, bytes }: SnapshotOriginal,
  source: Originals,
  target: Originals,
): Promise<Problem | null> => {
  try {
    const incoming = await target.receive(await source.stream(sha256), bytes)
    if (incoming.sha256 === sha256) {
      await target.keep(incoming)
      return null
    }
    await target.discard(incoming)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (error.problem.code === 'original-missing') return error.problem
  }
  return problem('original-damaged', { sha256 })
}
