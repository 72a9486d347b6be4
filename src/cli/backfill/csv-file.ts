import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Archive } from '../../archive/archive.ts'
import { itemsCsv } from '../../backfill/items-csv.ts'
import { ProblemError, problem } from '../../problem.ts'
import { systemCauseOrMessage } from '../../system-cause.ts'

const cannotWrite = (path: string) => (error: unknown) => {
  if (error instanceof ProblemError) throw error
  throw new ProblemError(problem('cannot-write-file', { path, ...systemCauseOrMessage(error) }))
}

/** Makes sure, before a night's work, that its table can be written. What is there stays. @throws ProblemError `cannot-write-file` */
export async function checkWritable(path: string | null): Promise<void> {
  if (path === null) return
  const file = await open(path, 'a').catch(cannotWrite(path))
  await file.close()
}

/** Writes the files of backfills to one table, one backfill after the other. @throws ProblemError `cannot-write-file` */
export async function writeCsv(path: string, { db }: Archive, backfills: readonly string[]): Promise<void> {
  await pipeline(Readable.from(itemsCsv(db, ...backfills)), createWriteStream(path)).catch(cannotWrite(path))
}
