import { type Kysely, type Migration, sql } from 'kysely'

/**
 * How often reviewers agree with what each rule reads, and where they do not; what is settled and open in each document. What they have
 * said before is counted once the tables have their present form (`007-recount.ts`).
 */
export const agreement: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const counted = ['confirmed', 'corrected', 'rejected'] as const
    let table = db.schema.createTable('rule_agreement')
    for (const name of ['attribute', 'origin', 'rule']) table = table.addColumn(name, 'text', c => c.notNull())
    for (const name of counted) table = table.addColumn(name, 'integer', c => c.notNull())
    await table.addPrimaryKeyConstraint('rule_agreement_key', ['attribute', 'origin', 'rule'] as never[]).execute()

    await db.schema
      .createTable('misreadings')
      .addColumn('document', 'text', c => c.notNull().references('documents.id'))
      .addColumn('version', 'integer', c => c.notNull())
      .addColumn('attribute', 'text', c => c.notNull())
      .addColumn('origin', 'text', c => c.notNull())
      .addColumn('rule', 'text', c => c.notNull())
      .addColumn('verdict', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('misreadings_key', ['document', 'version', 'attribute'])
      .execute()
    await db.schema
      .createIndex('misreadings_source')
      .on('misreadings')
      .columns(['attribute', 'origin', 'rule', 'document', 'version'])
      .execute()

    for (const name of ['records', 'open_warnings'] as const)
      await db.schema.alterTable('documents').addColumn(name, 'integer').execute()
    await sql`update documents set records = observations, open_warnings = flag_warnings where extraction is not null`.execute(
      db,
    )
    // these are counted anew with the first question
    await sql`update documents set reviewed = null where decided > 0`.execute(db)
    await db.schema
      .createIndex('documents_reviewed_sums')
      .on('documents')
      .columns(['records', 'settled', 'open_errors', 'open_warnings', 'decided'] as never[])
      .execute()
  },
}
