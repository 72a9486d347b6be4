import { sql } from 'kysely'
import type { ArchiveReport, Finding } from '../../contract/index.ts'
import type { Database } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import { withoutHurry } from '../database/patience.ts'
import type { Originals } from '../originals/originals.ts'
import { sizesOf } from '../sizes.ts'
import { findingOf, type Report } from './findings.ts'
import { verifyAgreement } from './verify-agreement.ts'
import { verifyDecisions } from './verify-decisions.ts'
import { verifyDocuments } from './verify-documents.ts'
import { verifyExtractions } from './verify-extractions.ts'
import { verifyLedgers } from './verify-ledgers.ts'
import { verifyOriginals } from './verify-originals.ts'

/** So many findings of each level are kept; all are counted. */
const MOST = 1_000

/**
 * Holds a whole archive to itself: every original is there and has its hash, every row goes with the others, every extraction can
 * be read and is what the list says of it, counts are those of the decisions.
 * @param repair count anew what is not; else nothing is changed
 */
export async function verify(
  { db, originals }: { db: Database; originals: Originals },
  { repair = false }: { readonly repair?: boolean } = {},
): Promise<ArchiveReport> {
  const counts = { error: 0, note: 0 }
  const findings: Finding[] = []
  const report: Report = (code, subject, details = {}) => {
    const finding = findingOf(code, subject, details)
    if (++counts[finding.level] <= MOST) findings.push(finding)
  }
  const steps = [
    () => verifyDatabase(db, report),
    () => verifyDocuments(db, report),
    () => verifyExtractions(db, report),
    () => verifyLedgers(db, report),
    () => verifyDecisions(db, report),
    () => verifyAgreement(db, report, repair),
    () => verifyOriginals(db, originals, report),
  ]
  for (const step of steps)
    await withoutHurry(step).catch(error => {
      if (!isDamage(error)) throw error
      report('database-damaged', 'archive', { found: error instanceof Error ? error.message : String(error) })
    })
  const sizes = await withoutHurry(() => sizesOf(db)).catch(() => NO_SIZES)
  return { ok: counts.error === 0, errors: counts.error, notes: counts.note, findings, sizes }
}

/** Where not even the sizes can be told. */
const NOTHING = { count: 0, bytes: 0 }
const NO_SIZES = { documents: 0, originals: NOTHING, texts: NOTHING, extractions: NOTHING, perDocument: null }

const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(SQLITE_(CORRUPT|NOTADB|IOERR)|XX00\d)/.test(String(error.code))

/** SQLite tells of itself whether its pages are whole; PostgreSQL keeps checksums, and refuses to read what does not have them. */
const verifyDatabase = async (db: Database, report: Report): Promise<void> => {
  if (dialectOf(db).name !== 'sqlite') return
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db)
  for (const { integrity_check: found } of rows)
    if (found !== 'ok') report('database-damaged', 'archive.sqlite', { found })
}
