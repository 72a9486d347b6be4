import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Extraction } from '../contract/index.ts'
import { type Problem, ProblemError, problem } from '../problem.ts'
import { systemCause } from '../system-cause.ts'
import type { Place } from './cursor.ts'
import { type Database, openDatabase } from './database.ts'
import { documentId } from './document-id.ts'
import { findExtraction, findText } from './extractions.ts'
import { countFacets, type FacetCounts } from './facets.ts'
import { searchText } from './header-columns.ts'
import { type Filter, listDocuments, type Page } from './list.ts'
import { lock } from './lock.ts'
import { type Originals, openOriginals } from './originals.ts'
import { fail, finish, giveBack, resume, takeNext } from './reading-states.ts'
import { storageFailed } from './storage-failed.ts'
import { fromRow, type StoredDocument } from './stored-document.ts'

export interface Added {
  /** `stored`: new; `known`: the same bytes were there already. */
  readonly outcome: 'stored' | 'known'
  readonly document: StoredDocument
}

/** Documents, their originals and what was read out of them. All writing is on the disk when its promise resolves. */
export interface Archive {
  /**
   * Stores a file. The same bytes again give the document that is there; if reading it failed, it waits to be read anew.
   * @param name the file's name, of any form: it is kept for people and is no path
   * @throws ProblemError `too-large`, `empty-file`, `cannot-store`; or the stream's own error. Nothing is left of the file
   *   then.
   */
  add(stream: Readable, name: string, maxBytes: number): Promise<Added>
  find(id: string): Promise<StoredDocument | null>
  list(filter: Filter, after: Place | null, limit: number): Promise<Page>
  facets(): Promise<FacetCounts>
  extraction(id: string): Promise<Extraction | null>
  text(id: string): Promise<string | null>
  original(document: StoredDocument): Promise<Uint8Array>
  originalStream(document: StoredDocument): Readable

  /** Takes the oldest document that waits to be read; null when none does. */
  takeNext(): Promise<StoredDocument | null>
  /** @throws ProblemError `cannot-store` */
  finish(document: StoredDocument, extraction: Extraction): Promise<void>
  fail(document: StoredDocument, cause: Problem): Promise<void>
  giveBack(document: StoredDocument): Promise<void>
  /** Takes up what was under way when the process ended. @returns how many documents wait */
  resume(): Promise<number>

  /** @throws when the database cannot be written to */
  checkDatabase(): Promise<void>
  /** @throws when the folder of originals cannot be written to */
  checkOriginals(): Promise<void>
  close(): Promise<void>
}

const inArchive = (db: Database, originals: Originals, clock: () => Date): Omit<Archive, 'close'> => {
  const now = () => clock().toISOString()

  const find = async (id: string): Promise<StoredDocument | null> => {
    const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  }

  const insert = async (name: string, sha256: string, bytes: number): Promise<Added> => {
    const inserted = await db
      .insertInto('documents')
      .values({
        id: documentId(sha256),
        sha256,
        name,
        bytes,
        state: 'received',
        attempts: 0,
        received: now(),
        search: searchText(name),
      })
      .onConflict(oc => oc.column('sha256').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (inserted !== undefined) return { outcome: 'stored', document: fromRow(inserted) }
    // Somebody tries again, perhaps after a limit was raised or the program was corrected: it is read anew.
    await db
      .updateTable('documents')
      .set({ state: 'received', attempts: 0, problem: null, read: null })
      .where('sha256', '=', sha256)
      .where('state', '=', 'failed')
      .execute()
    const known = await db.selectFrom('documents').selectAll().where('sha256', '=', sha256).executeTakeFirstOrThrow()
    return { outcome: 'known', document: fromRow(known) }
  }

  return {
    async add(stream, name, maxBytes) {
      const incoming = await originals.receive(stream, maxBytes).catch(storageFailed)
      try {
        // The original is whole and in its place before its row says so; the other way round a power cut would leave a
        // document without its bytes. An original without a row is harmless: the next upload of it takes it over.
        await originals.keep(incoming)
        return await insert(name, incoming.sha256, incoming.bytes)
      } catch (error) {
        await originals.discard(incoming)
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
    takeNext: () => takeNext(db),
    finish: (document, extraction) => finish(db, document, extraction, now()).catch(storageFailed),
    fail: (document, cause) => fail(db, document.id, cause, now()),
    giveBack: document => giveBack(db, document.id),
    resume: () => resume(db, now()),
    async checkDatabase() {
      // A write that changes nothing: it fails where a read would still succeed (full disk, read-only mount).
      await db.updateTable('documents').set({ attempts: 0 }).where('id', '=', '').execute()
    },
    checkOriginals: () => originals.check(),
  }
}

/**
 * Opens the archive in a folder, makes it if there is none, and makes this process its owner.
 * @param folder where the database and the originals lie; a backup of it is a backup of everything
 * @param clock the time of receipt and of reading
 * @throws ProblemError `archive-in-use` when another process owns it; `unusable-folder`, `newer-archive`
 */
export async function openArchive(folder: string, clock: () => Date = () => new Date()): Promise<Archive> {
  try {
    return await openOwned(folder, clock)
  } catch (error) {
    const cause = systemCause(error)
    if (cause === null) throw error
    throw new ProblemError(problem('unusable-folder', { folder, ...cause }))
  }
}

const openOwned = async (folder: string, clock: () => Date): Promise<Archive> => {
  await mkdir(folder, { recursive: true })
  const owned = lock(folder)
  try {
    const originals = await openOriginals(join(folder, 'originals'))
    const db = await openDatabase(join(folder, 'archive.sqlite'))
    return {
      ...inArchive(db, originals, clock),
      async close() {
        await db.destroy()
        owned.release()
      },
    }
  } catch (error) {
    owned.release()
    throw error
  }
}
