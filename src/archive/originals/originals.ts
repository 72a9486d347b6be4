import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Database } from '../database/database.ts'

/** Bytes that are on the disk and have no address yet. */
export interface Incoming {
  /** Where they lie, for whoever received them. */
  readonly at: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * The original files, each under the hash of its content. A folder and a PostgreSQL database are such places; an object store
 * could be another.
 */
export interface Originals {
  /**
   * Takes a stream in. Keeps no more of it in memory than one chunk.
   * @throws ProblemError `too-large` beyond `maxBytes`, `empty-file`; or the stream's own error. Nothing is left then.
   */
  receive(stream: Readable, maxBytes: number): Promise<Incoming>
  /**
   * Gives incoming bytes their address; they survive a power cut after this.
   * @param tx the transaction that this is a part of, where originals are rows of the database, too
   */
  keep(incoming: Incoming, tx?: Database): Promise<void>
  /** Removes incoming bytes, unless they have their address all the same: whoever gave it to them may not have heard so. */
  discard(incoming: Incoming): Promise<void>
  /** @throws ProblemError `original-missing`, or `original-damaged` where the bytes are not those of the hash */
  read(sha256: string): Promise<Uint8Array>
  /** @throws ProblemError `original-missing` */
  stream(sha256: string): Promise<Readable>
  /** The file that an original lies in, to be closed by the caller; null where it lies in none. @throws ProblemError `original-missing` */
  file(sha256: string): Promise<FileHandle | null>
  /** The hashes of all that is kept, in their order, with the bytes that each takes. */
  list(): AsyncIterable<{ readonly sha256: string; readonly bytes: number }>
  /** Removes an original that nothing refers to any more. @param tx as in `keep` */
  remove(sha256: string, tx?: Database): Promise<void>
  /** How many uploads are under way or have left bytes. */
  incoming(): Promise<number>
  /** Removes what uploads have left that were cut off by the end of their process. @returns how many there were */
  sweep(): Promise<number>
  /** @throws when nothing can be written */
  check(): Promise<void>
}
