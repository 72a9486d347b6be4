import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { lock } from '../archive/lock.ts'
import { folderOriginals } from '../archive/originals/folder-originals.ts'
import type { Originals } from '../archive/originals/originals.ts'
import { requireArchive } from '../archive/require-archive.ts'
import { type Problem, ProblemError, problem } from '../problem.ts'
import { systemCause } from '../system-cause.ts'
import { replaceDatabase, type SnapshotOriginal, snapshot } from './snapshot.ts'

export interface BackupReport {
  readonly documents: number
  /** Originals and files of backfills that were copied now, with their bytes; the others were there from an earlier backup. */
  readonly copied: number
  readonly bytes: number
  /** Originals that the archive itself has lost or that are damaged there. All else is backed up all the same. */
  readonly problems: readonly Problem[]
}

/**
 * Backs the archive of a folder up into another, which is an archive then: it can be opened, and restoring is copying it back. The
 * archive may be in use. Rows are copied first, at one moment; then the originals that these rows name, which are never changed
 * and were on the disk before their rows, and the files that backfills are to take theirs from yet; the rows take their place last. Whenever it is cut off, the folder holds the backup
 * before it, or this one. A second backup into the same folder copies only new originals.
 * @param from the folder of the archive
 * @param to another folder; made if there is none
 * @throws ProblemError `no-archive`, `backup-into-itself`, `archive-in-use` (the backup is being used as an archive),
 *   `unusable-folder`
 */
export async function backup(from: string, to: string): Promise<BackupReport> {
  requireArchive(from)
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
  const source = await folderOriginals(join(from, 'originals'), { shared: true })
  const target = await folderOriginals(join(to, 'originals'), { shared: false })
  // this process owns the backup: what lies there was left by one that was cut off
  await target.sweep()
  const there = new Map<string, number>()
  for await (const { sha256, bytes } of target.list()) there.set(sha256, bytes)
  let [copied, bytes] = [0, 0]
  for (let gone = new Set<string>(); ; ) {
    const { documents, uploads, kept } = await snapshot(join(from, 'archive.sqlite'), rows)
    const needed = new Set([...documents, ...uploads].map(({ sha256 }) => sha256))
    const named = new Map([...documents, ...uploads, ...kept].map(original => [original.sha256, original]))
    const problems = new Map<string, Problem>()
    for (const original of named.values()) {
      if (there.get(original.sha256) === original.bytes) continue
      const cause = await copyOriginal(original, source, target)
      if (cause !== null) {
        const isGone = cause.code === 'original-missing' && !needed.has(original.sha256)
        if (!isGone) problems.set(original.sha256, cause)
        continue
      }
      there.set(original.sha256, original.bytes)
      copied++
      bytes += original.bytes
    }
    // What was sent is removed when all that it holds is stored: the rows as they are now name that in its place.
    const before = gone
    gone = new Set(uploads.flatMap(({ sha256 }) => (problems.get(sha256)?.code === 'original-missing' ? sha256 : [])))
    if ([...gone].some(sha256 => !before.has(sha256))) continue
    await replaceDatabase(rows, join(to, 'archive.sqlite'))
    return { documents: documents.length, copied, bytes, problems: [...problems.values()] }
  }
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
