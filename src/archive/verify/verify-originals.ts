import { createHash } from 'node:crypto'
import { unfinishedBackfills } from '../../backfill/ledger.ts'
import { uploadsInUse } from '../../backfill/remove-uploads.ts'
import { ProblemError } from '../../problem.ts'
import type { Database } from '../database/database.ts'
import type { Originals } from '../originals/originals.ts'
import type { Report } from './findings.ts'

interface Named {
  readonly sha256: string
  readonly id: string
  readonly name: string
  readonly bytes: number
}

/** So many rows are asked for at once. */
const BATCH = 1_000

/**
 * Reads every original as a stream and holds it to its hash, and to the document or backfill that it is of. Both come in the order of their
 * hashes and are gone through side by side: memory does not grow with the archive.
 */
export async function verifyOriginals(db: Database, originals: Originals, report: Report): Promise<void> {
  const documents = byHash(db)
  let document = await documents.next()
  for await (const { sha256, bytes } of originals.list()) {
    for (; document.done !== true && document.value.sha256 < sha256; document = await documents.next())
      await verifyBytes(originals, document.value, report)
    const mine = document.done !== true && document.value.sha256 === sha256 ? document.value : null
    if (mine === null) {
      // Held to its hash with the others of its kind.
      if ((await uploadsToStore(db)).has(sha256)) continue
      const isKept = (await uploadsInUse(db)).has(sha256) || (await hasDocument(db, sha256))
      if (!isKept) report('original-without-row', sha256, { bytes })
    } else {
      if (mine.bytes !== bytes) report('bytes-disagree', mine.id, { expected: mine.bytes, bytes })
      document = await documents.next()
    }
    await verifyBytes(originals, mine ?? { sha256, id: sha256, name: sha256 }, report)
  }
  for (; document.done !== true; document = await documents.next()) await verifyBytes(originals, document.value, report)
  await verifyUploads(db, originals, report)
  const left = await originals.incoming()
  if (left > 0) report('incoming-left', 'incoming', { count: left })
}

/** What was sent and backfills are to take their files from yet, by its hash. */
const uploadsToStore = async (db: Database): Promise<Map<string, Omit<Named, 'bytes'>>> =>
  new Map(
    (await unfinishedBackfills(db)).flatMap(({ state, sources }) =>
      state === 'storing' && sources.kind === 'uploads'
        ? sources.files.map(({ sha256, name }) => [sha256, { sha256, id: sha256, name }] as const)
        : [],
    ),
  )

/** Holds to its hash what was sent. What is stored and removed meanwhile, nobody asks for any more. */
const verifyUploads = async (db: Database, originals: Originals, report: Report): Promise<void> => {
  for (const upload of (await uploadsToStore(db)).values()) {
    if (await hasDocument(db, upload.sha256)) continue
    const faults: Parameters<Report>[] = []
    await verifyBytes(originals, upload, (...fault) => void faults.push(fault))
    if (faults.length > 0 && (await uploadsToStore(db)).has(upload.sha256)) for (const fault of faults) report(...fault)
  }
}

/** Asked anew of what the lists do not have in common: somebody may be adding to them. */
const hasDocument = async (db: Database, sha256: string): Promise<boolean> =>
  (await db.selectFrom('documents').select('id').where('sha256', '=', sha256).executeTakeFirst()) !== undefined

const verifyBytes = async (
  originals: Originals,
  { sha256, id, name }: Omit<Named, 'bytes'>,
  report: Report,
): Promise<void> => {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of await originals.stream(sha256)) {
      hash.update(chunk as Uint8Array)
      bytes += (chunk as Uint8Array).byteLength
    }
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'original-missing')
      report('original-missing', id, { sha256, name })
    else report('original-unreadable', id, { found: error instanceof Error ? error.message : String(error) })
    return
  }
  const found = hash.digest('hex')
  if (found !== sha256) report('original-damaged', id, { found, bytes })
}

async function* byHash(db: Database): AsyncGenerator<Named> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('documents')
      .select(['sha256', 'id', 'name', 'bytes'])
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(BATCH)
      .execute()
    for (const row of rows) yield { ...row, bytes: Number(row.bytes) }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.sha256
  }
}
