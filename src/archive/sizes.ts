import { type Kysely, sql } from 'kysely'
import type { ArchiveSizes } from '../contract/index.ts'
import type { Tables } from './database/tables.ts'

/** What the archive takes on the disk: originals, texts and extractions. */
export async function sizesOf(db: Kysely<Tables>): Promise<ArchiveSizes> {
  const bytes = (column: string) => sql<number | string>`coalesce(sum(length(${sql.ref(column)})), 0)`.as('bytes')
  const count = sql<number | string>`count(*)`.as('count')
  const stored = (row: { count: number | string; bytes: number | string }) => ({
    count: Number(row.count),
    bytes: Number(row.bytes),
  })
  const originals = stored(
    await db
      .selectFrom('documents')
      .select([count, sql<number | string>`coalesce(sum(bytes), 0)`.as('bytes')])
      .executeTakeFirstOrThrow(),
  )
  const texts = stored(
    await db
      .selectFrom('texts')
      .select([count, bytes('packed')])
      .executeTakeFirstOrThrow(),
  )
  const extractions = stored(
    await db
      .selectFrom('extractions')
      .select([count, bytes('packed')])
      .executeTakeFirstOrThrow(),
  )
  const mean = (total: number) => Math.round(total / originals.count)
  return {
    documents: originals.count,
    ...{ originals, texts, extractions },
    perDocument:
      originals.count === 0
        ? null
        : {
            ...{ original: mean(originals.bytes), text: mean(texts.bytes), extraction: mean(extractions.bytes) },
            all: mean(originals.bytes + texts.bytes + extractions.bytes),
          },
  }
}
