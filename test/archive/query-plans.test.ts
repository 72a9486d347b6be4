import { CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import { missedOf } from '../../src/archive/agreement.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { holderOf, release } from '../../src/archive/assignments.ts'
import { decodeCursor } from '../../src/archive/cursor.ts'
import { findBasis, findReviewable, listDecisions, textsOf } from '../../src/archive/decisions.ts'
import { listMisreadings } from '../../src/archive/misreadings.ts'
import { nextFor, sampleOf, uncounted } from '../../src/archive/review-queue.ts'
import { reviewSums } from '../../src/archive/review-sums.ts'
import { countCauses } from '../../src/backfill/causes.ts'
import { itemState, listedItems, listItems, putItems } from '../../src/backfill/items.ts'
import { createBackfill, findBackfill, settle } from '../../src/backfill/ledger.ts'
import { progressOf } from '../../src/backfill/progress.ts'
import { retryFailed } from '../../src/backfill/retry-failed.ts'
import { archivePlace, type DatabaseName, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { extractionOf, flag } from '../support/extraction.ts'

interface Asked {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** The lines of a query's plan. With PostgreSQL, a table is read through only where no index serves. */
const planOf = async (
  archive: Archive,
  database: DatabaseName,
  { sql: text, parameters }: Asked,
): Promise<string[]> => {
  const explain = database === 'sqlite' ? 'explain query plan' : 'explain (costs off)'
  const query = CompiledQuery.raw(`${explain} ${text}`, [...parameters])
  if (database === 'sqlite') {
    const { rows } = await archive.db.executeQuery<{ detail: string }>(query)
    return rows.map(row => row.detail)
  }
  return await archive.db.transaction().execute(async tx => {
    await sql`set local enable_seqscan to off`.execute(tx)
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': string }>(query)
    return rows.map(row => row['QUERY PLAN'])
  })
}

/** Whether a step of a plan reads a whole table, row by row; processes and backfills have few rows. */
const readsAll = (step: string): boolean =>
  /^SCAN (?!processes\b|backfills\b|.*USING)|Seq Scan on (?!processes\b|backfills\b)/.test(step.trim())

/** An archive of sixty documents, and what its database is asked. */
const opened = async (database: DatabaseName) => {
  const asked: Asked[] = []
  const archive = await (await archivePlace(database)).open({
    watch: (text, parameters) => asked.push({ sql: text, parameters }),
  })
  for (let i = 0; i < 60; i++) {
    const bytes = Buffer.from(String(i))
    const header = { plans: `20${i % 20}`.padEnd(4, '0'), title: `Kế hoạch ${i}` }
    await archive.add(streamOf(String(i)), `${i}.txt`, 1000)
    await archive.finish(await taken(archive), extractionOf(bytes, String(i), { header, flags: i % 3 ? [] : [flag()] }))
  }
  return { archive, asked }
}

onBothDatabases('the queries of the API', database => {
  test('a search for words goes through the list in its order, and once where a page holds all that it finds', async () => {
    const { archive, asked } = await opened(database)
    const queries = async (q: string) => {
      asked.length = 0
      const { total, documents } = await archive.list({ q }, null, 10)
      return { total, shown: documents.length, queries: asked.splice(0) }
    }
    const few = await queries('ke hoach 7.txt')
    expect([few.total, few.shown, few.queries.length]).toEqual([6, 6, 1])
    const many = await queries('ke hoach')
    expect([many.total, many.shown, many.queries.length]).toEqual([60, 10, 2])
    for (const query of [...few.queries, ...many.queries.slice(0, 1)]) {
      const plan = await planOf(archive, database, query)
      expect(plan.filter(readsAll)).toEqual([])
      expect(plan.join()).toContain('documents_order')
      // no sorting: it ends with the page
      expect(plan.join()).not.toMatch(/TEMP B-TREE|Sort/)
    }
  })

  test('none reads through a whole table, however the list is filtered but by words', async () => {
    const { archive, asked } = await opened(database)
    const sources = { kind: 'paths' as const, names: ['.'], cwd: '/' }
    const { db } = archive
    const backfill = await createBackfill(db, sources, '2026-01-02T03:04:05.678Z')
    const { documents: all } = await archive.list({}, null, 60)
    const items = all.map(({ id }, ordinal) => ({ ordinal, path: `${ordinal}.txt`, document: id }))
    await putItems(
      db,
      backfill.id,
      items.map(item => ({ ...item, state: 'stored', bytes: 1, problem: null })),
    )
    const page = await archive.list({}, null, 10)
    const [first] = page.documents
    if (first === undefined || page.next === null) throw new Error('the list is empty')
    const asking = { who: 'Lan', skip: [first.id] }
    asked.length = 0
    const calls: Record<string, () => Promise<unknown>> = {
      'the list': () => archive.list({}, null, 10),
      'a further page': () => archive.list({}, decodeCursor(page.next ?? ''), 10),
      'by state': () => archive.list({ state: 'done' }, null, 10),
      'by area': () => archive.list({ area: '20' }, null, 10),
      'by year': () => archive.list({ year: 2020 }, null, 10),
      'by kind': () => archive.list({ kind: 'plan' }, null, 10),
      'by issuer': () => archive.list({ issuer: 'Ủy ban nhân dân' }, null, 10),
      'not reviewed': () => archive.list({ review: 'none' }, null, 10),
      'reviewed in part': () => archive.list({ review: 'some' }, null, 10),
      reviewed: () => archive.list({ review: 'all' }, null, 10),
      flagged: () => archive.list({ flagged: true }, null, 10),
      unflagged: () => archive.list({ flagged: false }, null, 10),
      facets: () => archive.facets(),
      'one document': () => archive.find(first.id),
      'an extraction': () => archive.extraction(first.id),
      'a text': () => archive.text(first.id),
      'an original': () => archive.original(first),
      'the queue': () => archive.queue(),
      'what is next to be read': () => archive.takeNext(),
      'a file that is known': () => archive.add(streamOf('1'), '1.txt', 1000),
      'signs of life': () => archive.attend(),
      'a document under review': () => findReviewable(db, first.id),
      'the version of a document': () => findBasis(db, first.id),
      'the history of a document': () => listDecisions(db, first.id),
      'texts of earlier readings': () => textsOf(db, ['a', 'b']),
      'who has a document': () => holderOf(db, first.id),
      'giving a document back': () => release(db, first.id, 'Lan'),
      'documents with errors': () => nextFor(db, 'errors', asking),
      'documents that are read otherwise now': () => nextFor(db, 'machine-changed', asking),
      'documents with doubtful records': () => nextFor(db, 'low-confidence', asking),
      'documents of a new layout': () => nextFor(db, 'new-layout', asking),
      'documents with errors left to be closed': () => nextFor(db, 'errors-left', asking),
      'documents at random': () => nextFor(db, 'sample', asking, 'a'),
      'documents to be counted anew': () => uncounted(db, 10),
      'what came of the sample': () => sampleOf(db),
      'what is settled and open': () => reviewSums(db),
      'what reviewers missed': () => missedOf(db),
      'what speaks against a rule': () =>
        listMisreadings(db, { attribute: 'indicator', origin: null, rule: 'a/b' }, 20),
      'a backfill': () => findBackfill(db, backfill.id),
      'how far a backfill is': () => progressOf(db, backfill, Date.now()),
      'files of a backfill': () => listItems(db, backfill.id, { after: 5, limit: 10 }),
      'files of a backfill by state': () =>
        listItems(db, backfill.id, { states: ['failed', 'refused'], after: 5, limit: 10 }),
      'why files of a backfill were not read': () => countCauses(db, backfill.id),
      'a file of a backfill': () => itemState(db, backfill.id, '7.txt'),
      'files of a backfill to be stored': () => listedItems(db, backfill.id),
      'whether a backfill is done': () => settle(db, backfill.id, '2026-01-02T03:04:05.678Z'),
      'what failed in a backfill': () => retryFailed(db, backfill, { files: true }),
      'what could be stored yet of what was sent': () =>
        retryFailed(db, { ...backfill, sources: { kind: 'uploads', files: [] } }, { files: true }),
    }
    const whole: string[] = []
    for (const [name, call] of Object.entries(calls)) {
      await call()
      for (const query of asked.splice(0)) {
        if (!/^(select|update|delete)/i.test(query.sql)) continue
        const plan = await planOf(archive, database, query)
        asked.length = 0
        for (const step of plan.filter(readsAll)) whole.push(`${name}: ${step.trim()}\n  ${query.sql}`)
      }
    }
    expect(whole).toEqual([])
  })
})
