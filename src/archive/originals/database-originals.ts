import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import { measured, missing, undamaged } from './measured.ts'
import type { Originals } from './originals.ts'

/** Bytes of one chunk, a row. */
const CHUNK = 1024 * 1024
/** Milliseconds after which chunks without an original belong to nobody. */
const ABANDONED = 24 * 60 * 60 * 1000

/** Originals as rows of the database: PostgreSQL is then all that a cluster needs. */
export function databaseOriginals(db: Database): Originals {
  const { now } = dialectOf(db)

  const write = (upload: string, ordinal: number, bytes: Buffer) =>
    db.insertInto('original_chunks').values({ upload, ordinal, received: now, bytes }).execute()

  const discard = async (upload: string) => {
    await db.deleteFrom('original_chunks').where('upload', '=', upload).execute()
  }

  const uploadOf = async (sha256: string): Promise<string> => {
    const row = await db.selectFrom('originals').select('upload').where('sha256', '=', sha256).executeTakeFirst()
    if (row === undefined) throw missing(sha256)
    return row.upload
  }

  async function* chunks(upload: string): AsyncGenerator<Uint8Array> {
    for (let ordinal = 0; ; ordinal++) {
      const row = await db
        .selectFrom('original_chunks')
        .select('bytes')
        .where('upload', '=', upload)
        .where('ordinal', '=', ordinal)
        .executeTakeFirst()
      if (row === undefined) return
      yield row.bytes
    }
  }

  return {
    async receive(stream, maxBytes) {
      const at = randomUUID()
      let pending: Buffer[] = []
      let size = 0
      let ordinal = 0
      const flush = async () => {
        if (size > 0) await write(at, ordinal++, Buffer.concat(pending))
        pending = []
        size = 0
      }
      try {
        const result = await measured(stream, maxBytes, async chunk => {
          pending.push(chunk)
          size += chunk.byteLength
          if (size >= CHUNK) await flush()
        })
        await flush()
        return { at, ...result }
      } catch (error) {
        // Where the database is away the chunks stay, and are swept later.
        await discard(at).catch(() => {})
        throw error
      }
    },
    async keep({ at, sha256, bytes }) {
      await db.transaction().execute(async tx => {
        const added = await tx
          .insertInto('originals')
          .values({ sha256, upload: at, bytes })
          .onConflict(oc => oc.column('sha256').doNothing())
          .returning('upload')
          .executeTakeFirst()
        if (added !== undefined) return
        const { upload, size } = await tx
          .selectFrom('originals')
          .leftJoin('original_chunks', 'original_chunks.upload', 'originals.upload')
          .where('originals.sha256', '=', sha256)
          .groupBy('originals.upload')
          .select(['originals.upload', sql<number>`coalesce(sum(length(original_chunks.bytes)), 0)`.as('size')])
          .executeTakeFirstOrThrow()
        // What is there may be read at this moment, and stays, unless a part of it was lost.
        const whole = Number(size) === bytes
        if (!whole) await tx.updateTable('originals').set({ upload: at }).where('sha256', '=', sha256).execute()
        await tx
          .deleteFrom('original_chunks')
          .where('upload', '=', whole ? at : upload)
          .execute()
      })
    },
    discard: ({ at }) => discard(at),
    async read(sha256) {
      const parts: Uint8Array[] = []
      for await (const bytes of chunks(await uploadOf(sha256))) parts.push(bytes)
      return undamaged(Buffer.concat(parts), sha256)
    },
    stream: async sha256 => Readable.from(chunks(await uploadOf(sha256))),
    file: async () => null,
    async *list() {
      let after = ''
      for (;;) {
        const rows = await db
          .selectFrom('originals')
          .select(['sha256', 'bytes'])
          .where('sha256', '>', after)
          .orderBy('sha256')
          .limit(1000)
          .execute()
        yield* rows
        const last = rows.at(-1)
        if (last === undefined) return
        after = last.sha256
      }
    },
    async remove(sha256) {
      await db.transaction().execute(async tx => {
        const [removed] = await tx.deleteFrom('originals').where('sha256', '=', sha256).returning('upload').execute()
        if (removed !== undefined) await tx.deleteFrom('original_chunks').where('upload', '=', removed.upload).execute()
      })
    },
    async incoming() {
      const { uploads } = await db
        .selectFrom('original_chunks')
        .where(eb =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('originals')
                .whereRef('originals.upload', '=', 'original_chunks.upload')
                .select('originals.sha256'),
            ),
          ),
        )
        .select(eb => eb.fn.count('upload').distinct().as('uploads'))
        .executeTakeFirstOrThrow()
      return Number(uploads)
    },
    async sweep() {
      const { numDeletedRows } = await db
        .deleteFrom('original_chunks')
        .where(eb =>
          eb.and([
            eb('received', '<', sql<number>`${now} - ${ABANDONED}`),
            eb.not(
              eb.exists(
                eb
                  .selectFrom('originals')
                  .whereRef('originals.upload', '=', 'original_chunks.upload')
                  .select('originals.sha256'),
              ),
            ),
          ]),
        )
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
    async check() {
      const at = randomUUID()
      await write(at, 0, Buffer.of(0))
      await discard(at)
    },
  }
}
