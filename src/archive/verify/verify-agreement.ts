import { type Kysely, sql } from 'kysely'
import { misreadingsOf, Tally } from '../agreement.ts'
import type { Database } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import type { AgreementTable, MisreadingTable, Tables } from '../database/tables.ts'
import { judgedDocuments, recountAgreement } from '../recount-agreement.ts'
import type { Report } from './findings.ts'

/**
 * Holds the counts of agreement and the list of misreadings, which are brought up to date by what changes, to all decisions.
 * @param repair count anew where they differ; nobody else can decide meanwhile
 */
export const verifyAgreement = async (db: Database, report: Report, repair: boolean): Promise<void> => {
  const { shared } = dialectOf(db)
  await db.transaction().execute(async tx => {
    // reviewers go on deciding: what is compared must be of one moment
    if (shared && repair) await sql`lock table documents in exclusive mode`.execute(tx)
    else if (shared) await sql`set transaction isolation level repeatable read`.execute(tx)
    if ((await compare(tx, report, repair)) > 0 && repair) await recountAgreement(tx)
  })
}

/** @returns how much differs */
const compare = async (tx: Kysely<Tables>, report: Report, repair: boolean): Promise<number> => {
  const tally = new Tally()
  const apart: string[] = []
  for await (const { id, judged } of judgedDocuments(tx)) {
    // said by what verifies decisions; nobody can tell what it was counted as
    if (judged === null) return 0
    tally.add(judged, 1)
    const rows = await tx.selectFrom('misreadings').selectAll().where('document', '=', id).execute()
    if (nameAll(rows.map(nameOfRow)) !== nameAll([...misreadingsOf(id, judged).values()].map(nameOfRow))) apart.push(id)
  }
  for (const id of apart) report(repair ? 'misreadings-recounted' : 'misreadings-disagree', id)
  const expected = new Map(tally.rows().map(row => [nameOf(row), countsOf(row)]))
  const found = new Map(
    (await tx.selectFrom('rule_agreement').selectAll().execute()).map(row => [nameOf(row), countsOf(row)]),
  )
  const wrong = [...new Set([...expected.keys(), ...found.keys()])].filter(
    name => (expected.get(name) ?? NONE) !== (found.get(name) ?? NONE),
  )
  for (const name of wrong)
    report(repair ? 'agreement-recounted' : 'agreement-disagrees', name, {
      expected: expected.get(name) ?? NONE,
      found: found.get(name) ?? NONE,
    })
  return apart.length + wrong.length
}

const countsOf = ({ confirmed, corrected, rejected }: AgreementTable): string =>
  [confirmed, corrected, rejected].join(' + ')
const NONE = '0 + 0 + 0'

/** As `indicator organisations_new/founded`, or `period heading`. */
const nameOf = ({ attribute, origin, rule }: AgreementTable): string =>
  origin === '' ? `${attribute} ${rule}` : `${attribute} ${origin}`

const nameOfRow = ({ version, attribute, origin, rule, verdict }: MisreadingTable): string =>
  [version, attribute, origin, rule, verdict].join(' ')

const nameAll = (names: readonly string[]): string => names.toSorted().join('\n')
