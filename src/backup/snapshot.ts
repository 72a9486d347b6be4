import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { syncFolder } from '../archive/durable.ts'
import { Sources } from '../backfill/backfill.ts'
import { BLAMELESS } from '../backfill/refused-blameless.ts'

/** More pages than a database has: all are copied in one step, which a writer cannot make begin again. */
const ALL_PAGES = 0x7f_ff_ff_ff

/** An original that rows name. */
export interface SnapshotOriginal {
  readonly sha256: string
  readonly bytes: number
}

/** What rows name of the originals, at one moment. */
export interface Snapshot {
  /** Originals of documents. */
  readonly documents: readonly SnapshotOriginal[]
  /** Files that were sent and that backfills are to take theirs from yet. Those that are documents, too, stand here as well. */
  readonly uploads: readonly SnapshotOriginal[]
  /** Files that were sent and may be kept for one in them that can be stored when it is tried again. */
  readonly kept: readonly SnapshotOriginal[]
}

/**
 * Copies a SQLite database as it is at one moment, while others write to it (SQLite's online backup). The copy is a file of its
 * own, without a log beside it, and on the disk when this resolves.
 * @param to replaced where it exists
 */
export async function snapshot(from: string, to: string): Promise<Snapshot> {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(to + end, { force: true })
  const source = new SQLite(from, { fileMustExist: true, timeout: 5_000 })
  try {
    await source.backup(to, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
  const copy = new SQLite(to)
  try {
    copy.pragma('journal_mode = DELETE')
    return {
      documents: copy.prepare<[], SnapshotOriginal>('select sha256, bytes from documents order by sha256').all(),
      uploads: uploadsOf(copy, "state = 'storing'"),
      kept: uploadsOf(
        copy,
        `exists (select 1 from backfill_items where backfill = backfills.id and state = 'refused'
          and (${BLAMELESS.map(() => 'problem like ?').join(' or ')}))`,
        BLAMELESS,
      ),
    }
  } finally {
    copy.close()
    const file = await open(to, 'r+')
    await file.sync()
    await file.close()
  }
}

/** @param which a condition on the backfills that they are of */
const uploadsOf = (copy: SQLite.Database, which: string, values: readonly string[] = []): SnapshotOriginal[] =>
  copy
    .prepare<string[], { readonly sources: string }>(`select sources from backfills where ${which} order by id`)
    .all(...values)
    .map(({ sources }) => Sources.parse(JSON.parse(sources)))
    .flatMap(sources => (sources.kind === 'uploads' ? sources.files : []))

/** Puts a snapshot in the place of the database that an earlier backup left. Whole before and after, whenever it is cut off. */
export async function replaceDatabase(snapshotPath: string, path: string): Promise<void> {
  if (existsSync(path)) {
    // what a restored archive left in its log belongs to the old file, and must not be applied to the new one
    const old = new SQLite(path)
    old.pragma('wal_checkpoint(TRUNCATE)')
    old.pragma('journal_mode = DELETE')
    old.close()
  }
  await rename(snapshotPath, path)
  await syncFolder(dirname(path))
}
