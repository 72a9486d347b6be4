import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import pg from 'pg'
import { describe, inject, onTestFinished } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { type OpenOptions, openArchive, openSharedArchive } from '../../src/archive/open-archive.ts'
import type { Claimed } from '../../src/archive/reading-states.ts'
import { temporaryFolder } from './folder.ts'

export const DATABASES = ['sqlite', 'postgres'] as const
export type DatabaseName = (typeof DATABASES)[number]

/** Tests that hold for both databases. */
export const onBothDatabases = (name: string, tests: (database: DatabaseName) => void): void => {
  for (const database of DATABASES) {
    const missing = database === 'postgres' && inject('postgres') === null
    describe.skipIf(missing)(`${name} (${database})`, () => tests(database))
  }
}

/** A place for an archive, empty at first, that goes with the test. */
export interface ArchivePlace {
  /** Of the originals; with SQLite of the database, too. */
  readonly folder: string
  /** Opens it; closed after the test, if not before. */
  open(options?: OpenOptions): Promise<Archive>
  /** The URL of the database, for programs. */
  readonly url: string | null
}

const closedAfterTest = (archive: Archive): Archive => {
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await archive.close()
  }
  onTestFinished(close)
  return { ...archive, close }
}

/** A new database on the server that all tests share. */
export async function newDatabase(server: string): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`
  const ask = async (statement: string) => {
    const client = new pg.Client(server)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await ask(`create database ${name}`)
  onTestFinished(() => ask(`drop database if exists ${name} with (force)`))
  return server.replace(/\/[^/]*$/, `/${name}`)
}

export async function archivePlace(database: DatabaseName): Promise<ArchivePlace> {
  const folder = await temporaryFolder()
  const server = inject('postgres')
  if (database === 'sqlite' || server === null) {
    return { folder, url: null, open: async options => closedAfterTest(await openArchive(folder, options)) }
  }
  const url = await newDatabase(server)
  return { folder, url, open: async options => closedAfterTest(await openSharedArchive(url, null, options)) }
}

/** A new archive that goes with the test. */
export const newArchive = async (database: DatabaseName, options?: OpenOptions): Promise<Archive> =>
  await (await archivePlace(database)).open(options)

export const streamOf = (content: string | Uint8Array): Readable => Readable.from([Buffer.from(content)])

/** Takes the next document, which must be there. */
export async function taken(archive: Archive): Promise<Claimed> {
  const claimed = await archive.takeNext()
  if (claimed === null) throw new Error('no document waits')
  return claimed
}
