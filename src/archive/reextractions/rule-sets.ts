import type { Kysely } from 'kysely'
import type { FileMeanings } from '../../rules/rule-set-files.ts'
import type { Tables } from '../database/tables.ts'

/** Keeps what the files of a rule set mean, so that it can be told later what a change of them can affect. */
export async function keepRuleSet(db: Kysely<Tables>, digest: string, meaningsOf: () => FileMeanings): Promise<void> {
  const known = await db.selectFrom('rule_sets').select('digest').where('digest', '=', digest).executeTakeFirst()
  if (known !== undefined) return
  await db
    .insertInto('rule_sets')
    .values({ digest, meanings: JSON.stringify(meaningsOf()) })
    .onConflict(oc => oc.column('digest').doNothing())
    .execute()
}

/** What the files of a rule set meant; null where it was never kept. */
export async function findRuleSet(db: Kysely<Tables>, digest: string): Promise<FileMeanings | null> {
  const row = await db.selectFrom('rule_sets').select('meanings').where('digest', '=', digest).executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.meanings) as FileMeanings)
}
