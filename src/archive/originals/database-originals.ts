import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type SqlBool, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import { lockHashes } from '../hold-hashes.ts'
import { measured, missing, undamaged } from './measured.ts'
import type { Originals } from './originals.ts'

/** Bytes of one chunk, a row. */
const CHUNK = 1024 * 1024
/** Chunks that are deleted at once, so that no statement takes long. */
const DELETED = 256
/** Milliseconds after which chunks without an original belong to nobody. */
const ABANDONED = 24 * 60 * 60 * 1000

const ofNoOriginal = sql<SqlBool>`not exists (
  select 1 from originals where originals.upload = original_chunks.upload)`

/** Originals as rows of the database: PostgreSQL is then all that a cluster needs. */
export function databaseOriginals(db: Database): Originals {
  const { now } = dialectOf(db)

  const write = (upload: string, ordinal: number, bytes: Buffer) =>
    db.insertInto('original_chunks').values({ upload, ordinal, received: now, bytes }).execute()

  const within = <T>(tx: Database | undefined, work: (tx: Database) => Promise<T>): Promise<T> =>
    tx === undefined ? db.transaction().execute(work) : work(tx)

  /** Deletes the chunks of an upload; those of an original stay. */
  const deleteChunks = async (tx: Database, upload: string): Promise<void> => {
    for (let deleted = DELETED; deleted === DELETED; ) {
      const { numDeletedRows } = await tx
        .deleteFrom('original_chunks')
        .where('upload', '=', upload)
        .where('ordinal', 'in', eb =>
          eb
            .selectFrom('original_chunks as next')
            .select('next.ordinal')
            .where('next.upload', '=', upload)
            .orderBy('next.ordinal')
            .limit(DELETED),
        )
        .where(ofNoOriginal)
        .executeTakeFirst()
      deleted = Number(numDeletedRows)
    }
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
        await deleteChunks(db, at).catch(() => {})
        throw error
      }
    },
    async keep({ at, sha256, bytes }, tx) {
      await within(tx, async tx => {
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
        await deleteChunks(tx, whole ? at : upload)
      })
    },
    async discard({ at, sha256 }) {
      await db.transaction().execute(async tx => {
        // Where its address was given and the answer lost, that transaction may still be ending.
        await lockHashes(tx, [sha256])
        await deleteChunks(tx, at)
      })
    },
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
    async remove(sha256, tx) {
      await within(tx, async tx => {
        const [removed] = await tx.deleteFrom('originals').where('sha256', '=', sha256).returning('upload').execute()
        if (removed !== undefined) await deleteChunks(tx, removed.upload)
      })
    },
    async incoming() {
      const { uploads } = await db
        .selectFrom('original_chunks')
        .where(ofNoOriginal)
        .select(eb => eb.fn.count('upload').distinct().as('uploads'))
        .executeTakeFirstOrThrow()
      return Number(uploads)
    },
    async sweep() {
      const { numDeletedRows } = await db
        .deleteFrom('original_chunks')
        .where('received', '<', sql<number>`${now} - ${ABANDONED}`)
        .where(ofNoOriginal)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
    async check() {
      const at = randomUUID()
      await write(at, 0, Buffer.of(0))
      await deleteChunks(db, at)
    },
  }
}
