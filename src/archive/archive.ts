import type { Readable } from 'node:stream'
import type { Extraction } from '../contract/index.ts'
import { type Problem, ProblemError } from '../problem.ts'
import type { PagesRead } from '../read/pages-read.ts'
import { claimsOf } from './claims.ts'
import type { Place } from './cursor.ts'
import type { Database } from './database/database.ts'
import { groupCommit } from './database/group-commit.ts'
import { withoutHurry } from './database/patience.ts'
import { PRIORITY, type Priority, type ProcessKind } from './database/tables.ts'
import { documentId } from './document-id.ts'
import { findExtraction, findText } from './extractions.ts'
import { countFacets, type FacetCounts } from './facets.ts'
import { searchText, storable } from './header-columns.ts'
import { type Hold, holding } from './hold-hashes.ts'
import { type Filter, listDocuments, type Page } from './list.ts'
import type { Originals } from './originals/originals.ts'
import type { PackedExtraction } from './packed-extraction.ts'
import { beat, buryDead, leave, register } from './processes.ts'
import {
  type Claimed,
  countQueue,
  fail,
  finish,
  giveBack,
  MAX_ATTEMPTS,
  putBack,
  takeUpAgain,
  tellPages,
  UNTRIED,
} from './reading-states.ts'
import { storageFailed, throwAway } from './storage-failed.ts'
import { fromRow, type StoredDocument } from './stored-document.ts'

export interface Added {
  /** `stored`: new; `known`: the same bytes were there already. */
  readonly outcome: 'stored' | 'known'
  readonly document: StoredDocument
}

/**
 * Documents, their originals and what was read out of them. All writing is on the disk when its promise resolves.
 * Every method may throw ProblemError `database-away`, where the database is another process, and every one that writes
 * `cannot-store`.
 */
export interface Archive {
  /** Whether other processes work on the same archive. */
  readonly shared: boolean
  /** This process, as the archive knows it. */
  readonly process: string
  /** The tables, for what stands beside the documents (`backfill`, `reextract`). */
  readonly db: Database
  readonly originals: Originals
  /** For what names or removes originals beside the documents. */
  readonly hold: Hold

  /**
   * Stores a file. The same bytes again give the document that is there; if reading it failed, it waits to be read anew.
   * @param name the file's name, of any form: it is kept for people and is no path
   * @param priority when it is read
   * @throws ProblemError `too-large`, `empty-file`, `cannot-store`; or the stream's own error. Nothing is left of the file
   *   then.
   */
  add(stream: Readable, name: string, maxBytes: number, priority?: Priority): Promise<Added>
  find(id: string): Promise<StoredDocument | null>
  list(filter: Filter, after: Place | null, limit: number): Promise<Page>
  facets(): Promise<FacetCounts>
  extraction(id: string): Promise<Extraction | null>
  text(id: string): Promise<string | null>
  /** @throws ProblemError `original-missing`, `original-damaged` */
  original(document: StoredDocument): Promise<Uint8Array>
  /** @throws ProblemError `original-missing` */
  originalStream(document: StoredDocument): Promise<Readable>

  /** Takes the document that is next to be read; null when none waits. */
  takeNext(): Promise<Claimed | null>
  /** Keeps how far reading is, as long as nobody else reads the document. */
  tellPages(claimed: Claimed, read: PagesRead): Promise<void>
  /** @returns false where somebody else reads the document by now: nothing is stored then. */
  finish(claimed: Claimed, result: Extraction | PackedExtraction): Promise<boolean>
  /** A document that was read before keeps its state and its extraction. */
  fail(claimed: Claimed, cause: Problem): Promise<boolean>
  /** Gives a document back unread, as if it had not been taken. */
  giveBack(claimed: Claimed): Promise<void>
  /** Gives a document back that ended what read it; after `MAX_ATTEMPTS` times it has failed with the cause. */
  putBack(claimed: Claimed, cause: Problem): Promise<void>
  /**
   * Says that this process lives, and takes up what dead ones had taken, or it itself without knowing.
   * @returns how many documents that were
   */
  attend(): Promise<number>
  queue(): Promise<{ readonly waiting: number; readonly taken: number }>

  /** @throws when the database cannot be written to */
  checkDatabase(): Promise<void>
  /** @throws when originals cannot be written */
  checkOriginals(): Promise<void>
  close(): Promise<void>
}

/** What it can be asked for while it is open. */
type Methods = Omit<Archive, 'shared' | 'process' | 'db' | 'originals' | 'close'>

export interface ArchiveParts {
  readonly db: Database
  readonly originals: Originals
  readonly shared: boolean
  readonly kind: ProcessKind
  readonly clock: () => Date
  /** Frees what else was held. */
  readonly release: () => void
}

/** The archive over its open database and originals. */
export async function archiveOf({ db, originals, shared, kind, clock, release }: ArchiveParts): Promise<Archive> {
  const now = () => clock().toISOString()
  const started = now()
  const commit = groupCommit(db)
  const hold = holding(db, commit)
  const self = await register(db, kind, started)
  const claims = claimsOf(db, self)
  // What uploads of gigabytes have left takes its time.
  await withoutHurry(() => originals.sweep())

  const find = async (id: string): Promise<StoredDocument | null> => {
    const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  }

  const insert = async (
    tx: Database,
    name: string,
    sha256: string,
    bytes: number,
    priority: Priority,
  ): Promise<Added> => {
    const inserted = await tx
      .insertInto('documents')
      .values({
        id: documentId(sha256),
        sha256,
        name: storable(name),
        bytes,
        state: 'received',
        queued: 'waiting',
        priority,
        ...UNTRIED,
        received: now(),
        search: searchText(name),
      })
      .onConflict(oc => oc.column('sha256').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (inserted !== undefined) return { outcome: 'stored', document: fromRow(inserted) }
    // Somebody tries again, perhaps after a limit was raised or the program was corrected: it is read anew.
    await tx
      .updateTable('documents')
      .set({ state: 'received', queued: 'waiting', priority, ...UNTRIED, problem: null, read: null })
      .where('sha256', '=', sha256)
      .where('state', '=', 'failed')
      .execute()
    const known = await tx.selectFrom('documents').selectAll().where('sha256', '=', sha256).executeTakeFirstOrThrow()
    return { outcome: 'known', document: fromRow(known) }
  }

  const methods: Methods = {
    hold,
    async add(stream, name, maxBytes, priority = PRIORITY.upload) {
      const incoming = await originals.receive(stream, maxBytes).catch(storageFailed)
      const { sha256, bytes } = incoming
      try {
        return await hold([sha256], async held => {
          // The original is whole and in its place before its row says so; the other way round a power cut would leave a
          // document without its bytes. An original without a row is harmless: the next upload of it takes it over.
          await originals.keep(incoming, held.db)
          return await held.commit(tx => insert(tx, name, sha256, bytes, priority))
        })
      } catch (error) {
        await originals.discard(incoming).catch(() => {})
        return storageFailed(error)
      }
    },
    find,
    list: (filter, after, limit) => listDocuments(db, filter, after, limit),
    facets: () => countFacets(db),
    extraction: id => findExtraction(db, id),
    text: id => findText(db, id),
    original: document => originals.read(document.sha256),
    originalStream: document => originals.stream(document.sha256),
    takeNext: () => claims.takeNext().catch(storageFailed),
    tellPages: (claimed, read) => tellPages(db, claimed, read).catch(storageFailed),
    finish: (claimed, result) => claims.ending(claimed, finish(commit, claimed, result, now())).catch(storageFailed),
    fail: (claimed, cause) => claims.ending(claimed, fail(commit, claimed, cause, now())).catch(storageFailed),
    giveBack: claimed => claims.ending(claimed, giveBack(db, claimed)).catch(storageFailed),
    async putBack(claimed, cause) {
      if (claimed.ownAttempts < MAX_ATTEMPTS) await claims.ending(claimed, putBack(db, claimed)).catch(storageFailed)
      else await claims.ending(claimed, fail(commit, claimed, cause, now())).catch(storageFailed)
    },
    async attend() {
      try {
        await beat(db, self, kind, started)
        await buryDead(db, self)
        return (await takeUpAgain(db, now())) + (await claims.giveBackUnheard())
      } catch (error) {
        return storageFailed(error)
      }
    },
    queue: () => countQueue(db),
    async checkDatabase() {
      // A write: it fails where a read would still succeed (full disk, read-only mount).
      await beat(db, self, kind, started)
    },
    checkOriginals: () => originals.check(),
  }

  return {
    shared,
    process: self,
    db,
    originals,
    ...sayingWhenAway(methods),
    async close() {
      await leave(db, self).catch(() => {})
      await db.destroy()
      release()
    },
  }
}

/** The same methods, which say so when the database is away. */
const sayingWhenAway = (methods: Methods): Methods =>
  Object.fromEntries(
    // biome-ignore lint/suspicious/noExplicitAny: methods of any form
    Object.entries<(...args: any[]) => Promise<unknown>>({ ...methods }).map(([name, method]) => [
      name,
      (...args: unknown[]) =>
        method(...args).catch((error: unknown) => {
          if (!(error instanceof ProblemError)) throwAway(error)
          throw error
        }),
    ]),
  ) as unknown as Methods
