import { sql } from 'kysely'
import type { Archive } from '../../src/archive/archive.ts'

const limitPages = async ({ db }: Archive, pages: number): Promise<void> => {
  await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db)
}

/**
 * Lets the database of an embedded archive grow by so many pages only: beyond them SQLite meets a full disk, and does all that it
 * does then.
 */
export async function fillDatabase(archive: Archive, roomFor = 0): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(archive.db)
  await limitPages(archive, (rows[0]?.page_count ?? 0) + roomFor)
}

/** The disk has room again. */
export const freeDatabase = (archive: Archive): Promise<void> => limitPages(archive, 1_000_000)
