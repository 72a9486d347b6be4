import type { Kysely } from 'kysely'
import type { Decision } from '../contract/index.ts'
import { type Judgement, judgements, type Source } from '../review/verdicts.ts'
import type { AgreementTable, MisreadingTable, Tables } from './database/tables.ts'

/** How often reviewers agreed with what was read by one source. */
export interface Agreement extends Source {
  readonly confirmed: number
  readonly corrected: number
  readonly rejected: number
}

type Counts = Omit<AgreementTable, 'attribute' | 'origin' | 'rule'>

/** Columns of a key hold no null: what is not there is an empty text. */
export const sourceColumns = ({ attribute, origin, rule }: Source) => ({
  attribute,
  origin: origin ?? ('' as const),
  rule: rule ?? '',
})

const sourceOf = ({ attribute, origin, rule }: Pick<AgreementTable, 'attribute' | 'origin' | 'rule'>): Source => ({
  attribute,
  origin: origin === '' ? null : origin,
  rule: rule === '' ? null : rule,
})

/**
 * Brings the counts of agreement and the list of misreadings from some decisions on a document to more of them. In the transaction
 * that stores these; nobody else may decide on the document meanwhile.
 */
export async function countAgreement(
  tx: Kysely<Tables>,
  document: string,
  before: readonly Decision[],
  after: readonly Decision[],
): Promise<void> {
  const [was, is] = [judgements(before), judgements(after)]
  const tally = new Tally()
  tally.add(is, 1)
  tally.add(was, -1)
  const changes = tally.rows()
  if (changes.length > 0)
    await tx
      .insertInto('rule_agreement')
      .values(changes)
      .onConflict(oc =>
        oc.columns(['attribute', 'origin', 'rule']).doUpdateSet(eb => ({
          confirmed: eb('rule_agreement.confirmed', '+', eb.ref('excluded.confirmed')),
          corrected: eb('rule_agreement.corrected', '+', eb.ref('excluded.corrected')),
          rejected: eb('rule_agreement.rejected', '+', eb.ref('excluded.rejected')),
        })),
      )
      .execute()
  const [listed, now] = [misreadingsOf(document, was), misreadingsOf(document, is)]
  const gone = [...listed.keys()].filter(key => !now.has(key))
  const come = [...now].flatMap(([key, row]) => (listed.has(key) ? [] : [row]))
  const versions = [...new Set(gone.map(key => listed.get(key)?.version ?? 0))]
  if (versions.length > 0)
    await tx.deleteFrom('misreadings').where('document', '=', document).where('version', 'in', versions).execute()
  await listAsMisread(tx, come)
}

/** Rows that are added at once: SQLite takes 32,766 values in a statement, each row has six. */
const ROWS_AT_ONCE = 1_000

export const listAsMisread = async (tx: Kysely<Tables>, rows: readonly MisreadingTable[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('misreadings')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

/** Counts judgements by their sources. */
export class Tally {
  readonly #counts = new Map<string, AgreementTable>()

  add(all: readonly Judgement[], by: 1 | -1): void {
    for (const { is, ...source } of all) {
      if (is === 'missed') continue
      const { attribute, origin, rule } = sourceColumns(source)
      const name = `${attribute} ${origin} ${rule}`
      const row = this.#counts.get(name) ?? { attribute, origin, rule, confirmed: 0, corrected: 0, rejected: 0 }
      this.#counts.set(name, { ...row, [is]: row[is] + by })
    }
  }

  /** In one order whoever counts: rows are locked in it. Sources whose counts come to nothing are left out. */
  rows(): AgreementTable[] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, row]) => (isNothing(row) ? [] : [row]))
  }
}

const isNothing = ({ confirmed, corrected, rejected }: Counts): boolean =>
  confirmed === 0 && corrected === 0 && rejected === 0

/** A decision says the same of its record as long as it stands, so that a row is told by decision and attribute. */
export const misreadingsOf = (document: string, all: readonly Judgement[]): ReadonlyMap<string, MisreadingTable> =>
  new Map(
    all.flatMap(({ is, version, ...source }) =>
      is === 'confirmed'
        ? []
        : [[`${version} ${source.attribute}`, { document, version, ...sourceColumns(source), verdict: is }] as const],
    ),
  )

/** What reviewers say of each source that they have judged. */
export async function agreementOf(db: Kysely<Tables>): Promise<Agreement[]> {
  const rows = await db.selectFrom('rule_agreement').selectAll().execute()
  return rows.flatMap(({ confirmed, corrected, rejected, ...source }) =>
    isNothing({ confirmed, corrected, rejected }) ? [] : [{ ...sourceOf(source), confirmed, corrected, rejected }],
  )
}

/** Statistics that the machine missed, by their indicators. */
export async function missedOf(db: Kysely<Tables>): Promise<{ readonly indicator: string; readonly missed: number }[]> {
  const rows = await db
    .selectFrom('misreadings')
    .where('attribute', '=', 'number')
    .groupBy('rule')
    .select(eb => ['rule as indicator', eb.fn.countAll().as('missed')])
    .execute()
  return rows.map(({ indicator, missed }) => ({ indicator, missed: Number(missed) }))
}
