import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import fc from 'fast-check'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { agreementOf, listAsMisread, missedOf } from '../../src/archive/agreement.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { MIGRATIONS } from '../../src/archive/database/migrations/index.ts'
import { appendDecisions, findReviewable } from '../../src/archive/decisions.ts'
import { listMisreadings } from '../../src/archive/misreadings.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { reviewSums } from '../../src/archive/review-sums.ts'
import { Decision, type Observation } from '../../src/contract/index.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { confirmation } from '../support/decision.ts'
import { extractionOf, observation } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'

const TEXT = 'Có 35 hợp tác xã, 36 hợp tác xã, 37 hợp tác xã'

/** The machine's record of a number: its indicator by a rule of its own, its period by the heading. */
const machineOf = (record: number): Observation => ({
  ...observation(TEXT, String(35 + record), { value: 35 + record, id: `o${record}` }),
  because: { indicator: { from: 'rule', rule: `organisations_new/r${record}` }, period: { from: 'heading' } },
})

interface Made {
  readonly record: number
  readonly as: 'confirm' | 'reject' | 'indicator' | 'period' | 'both' | 'add'
}
type Step = Made | { readonly undo: number }

const decisionOf = (
  document: string,
  text: string,
  version: number,
  step: Step,
  all: readonly Decision[],
): Decision => {
  const id = `${document}-${version}`
  if ('undo' in step) {
    const undone = all[step.undo % all.length]
    const extra = { id, kind: 'undo', undoes: undone?.id ?? '' } as Partial<Decision>
    return Decision.parse(confirmation(document, version, text, extra))
  }
  const machine = machineOf(step.record)
  const { start, end } = machine.evidence
  const anchor = { start, end, text, record: machine.id, quote: String(35 + step.record), before: '', after: '' }
  const settled = {
    ...machine,
    ...(step.as === 'indicator' || step.as === 'both' ? { indicator: 'organisations_active' } : {}),
    ...(step.as === 'period' || step.as === 'both' ? { period: '2020' } : {}),
  }
  const replaced = { decision: null, observation: machine }
  const made = { id, anchor, machine, replaced, settled }
  if (step.as === 'reject') return confirmation(document, version, text, { ...made, kind: 'reject' })
  if (step.as === 'confirm') return confirmation(document, version, text, made)
  if (step.as !== 'add') return confirmation(document, version, text, { ...made, kind: 'correct' })
  // in a place of its own, which the machine has read nothing at
  const place = { ...anchor, start: 0, end: 2, record: `a${version}` }
  const added = { ...made, kind: 'add', anchor: place, machine: null, replaced: null } as Partial<Decision>
  return confirmation(document, version, text, added)
}

/** What is expected of one document: of each record the last step that no standing undo has taken back. */
const modelOf = (steps: readonly Step[]) => {
  const stands = (nth: number): boolean =>
    !steps.some((step, i) => 'undo' in step && i > nth && step.undo % i === nth && stands(i))
  const latest = new Map<string, Made['as']>()
  for (const [nth, step] of steps.entries())
    if (!('undo' in step) && stands(nth)) latest.set(step.as === 'add' ? 'added' : String(step.record), step.as)
  return latest
}

const count = (models: readonly ReadonlyMap<string, string>[], wanted: (record: string, as: string) => boolean) =>
  models.flatMap(m => [...m]).filter(([record, as]) => wanted(record, as)).length

const made = fc.record({
  record: fc.nat(2),
  as: fc.constantFrom('confirm', 'reject', 'indicator', 'period', 'both', 'add') as fc.Arbitrary<Made['as']>,
})
const step: fc.Arbitrary<Step> = fc.oneof({ weight: 3, arbitrary: made }, fc.record({ undo: fc.nat(30) }))

let documents = 0
const readOne = async (archive: Archive): Promise<string> => {
  const bytes = Buffer.from(`${TEXT} ${++documents}`)
  const { document } = await archive.add(streamOf(bytes), 'a.txt', 1000)
  await archive.finish(await taken(archive), extractionOf(bytes, 'a.txt', { observations: [0, 1, 2].map(machineOf) }))
  return document.id
}

const decideOn = async (archive: Archive, id: string, steps: readonly Step[], batch = steps.length) => {
  for (let from = 0; from < steps.length; from += batch) {
    const found = await findReviewable(archive.db, id)
    if (found === null) throw new Error('it was not read')
    const decisions: Decision[] = []
    for (const [i, each] of steps.slice(from, from + batch).entries())
      decisions.push(decisionOf(id, found.text, from + i + 1, each, [...found.decisions, ...decisions]))
    expect(await appendDecisions(archive.db, id, found, found.text, decisions)).toEqual({ is: 'stored' })
  }
}

onBothDatabases('the agreement of reviewers with rules', database => {
  test('is that of the decisions that stand, whatever was decided and undone before', async () => {
    const archive = await newArchive(database)
    const models: ReadonlyMap<string, string>[] = []
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (all, batch) => {
          const steps = 'undo' in (all[0] ?? { undo: 0 }) ? [{ record: 0, as: 'confirm' } as const, ...all] : all
          const id = await readOne(archive)
          await decideOn(archive, id, steps, batch)
          models.push(modelOf(steps))
          const agreement = await agreementOf(archive.db)
          for (const record of ['0', '1', '2']) {
            const own = (...as: string[]) => count(models, (of, is) => of === record && as.includes(is))
            const counts = agreement.find(a => a.rule === `organisations_new/r${record}`)
            expect({ confirmed: 0, corrected: 0, rejected: 0, ...counts }).toMatchObject({
              confirmed: own('confirm', 'period'),
              corrected: own('indicator', 'both'),
              rejected: own('reject'),
            })
          }
          const heading = agreement.find(a => a.attribute === 'period') ?? {}
          const any = (...as: string[]) => count(models, (of, is) => of !== 'added' && as.includes(is))
          expect({ confirmed: 0, corrected: 0, rejected: 0, ...heading }).toMatchObject({
            confirmed: any('confirm', 'indicator'),
            corrected: any('period', 'both'),
            rejected: 0,
          })
          const missed = await missedOf(archive.db)
          expect(missed.reduce((sum, m) => sum + m.missed, 0)).toBe(count(models, of => of === 'added'))
          const rule = { attribute: 'indicator', origin: null, rule: 'organisations_new/r0' } as const
          const listed = await listMisreadings(archive.db, rule, 1000)
          expect(listed).toHaveLength(
            count(models, (of, is) => of === '0' && ['indicator', 'both', 'reject'].includes(is)),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  test('names the documents and decisions that speak against a rule', async () => {
    const archive = await newArchive(database)
    const id = await readOne(archive)
    await decideOn(archive, id, [
      { record: 0, as: 'indicator' },
      { record: 1, as: 'reject' },
      { record: 0, as: 'period' },
    ])
    const heading = { attribute: 'period', origin: 'heading', rule: null } as const
    const rejecting = { attribute: 'indicator', origin: null, rule: 'organisations_new/r1' } as const
    expect(await listMisreadings(archive.db, heading, 10)).toMatchObject([
      { document: { id, name: 'a.txt' }, decision: { version: 3, kind: 'correct' } },
    ])
    expect(await listMisreadings(archive.db, rejecting, 10)).toMatchObject([
      { document: { id }, decision: { version: 2, kind: 'reject' } },
    ])
    expect(await listMisreadings(archive.db, rejecting, 0)).toEqual([])
    // the correction of the indicator was taken back by what was decided after it
    const rule = { attribute: 'indicator', origin: null, rule: 'organisations_new/r0' } as const
    expect(await listMisreadings(archive.db, rule, 10)).toEqual([])
  })

  test('of two reviewers at once only one is counted', async () => {
    const archive = await newArchive(database)
    const id = await readOne(archive)
    const found = await findReviewable(archive.db, id)
    if (found === null) throw new Error('it was not read')
    await Promise.all(
      [0, 1, 2].map(() => {
        const decision = decisionOf(id, found.text, 1, { record: 0, as: 'confirm' }, [])
        return appendDecisions(archive.db, id, found, found.text, [decision])
      }),
    )
    expect(await agreementOf(archive.db)).toMatchObject([{ confirmed: 1 }, { confirmed: 1 }])
  })

  test('sums count documents, records and what is settled and open', async () => {
    const archive = await newArchive(database)
    expect(await reviewSums(archive.db)).toEqual({
      ...{ documents: { read: 0, reviewed: 0, uncounted: 0 }, records: 0, settled: 0, openErrors: 0, openWarnings: 0 },
    })
    const id = await readOne(archive)
    await readOne(archive)
    await decideOn(archive, id, [{ record: 0, as: 'confirm' }])
    expect(await reviewSums(archive.db)).toMatchObject({
      documents: { read: 2, reviewed: 1, uncounted: 1 },
      records: 6,
    })
  })
})

test('a figure that the document prints wrong is not the fault of who read it', async () => {
  const archive = await newArchive('sqlite')
  const id = await readOne(archive)
  const found = await findReviewable(archive.db, id)
  if (found === null) throw new Error('it was not read')
  const base = decisionOf(id, found.text, 1, { record: 0, as: 'period' }, [])
  if (base.kind !== 'correct') throw new Error(base.kind)
  const machine = { ...machineOf(0), because: { value: { from: 'number' as const } } }
  const decide = async (version: number, value: number) => {
    const now = await findReviewable(archive.db, id)
    const decision = { ...base, id: `${id}-${version}`, version, machine, settled: { ...machine, value } }
    await appendDecisions(archive.db, id, now ?? found, found.text, [decision])
    return agreementOf(archive.db)
  }
  expect(await decide(1, 53)).toMatchObject([{ attribute: 'value', confirmed: 1, corrected: 0 }])
  // read in the wrong magnitude
  expect(await decide(2, 35_000)).toMatchObject([{ attribute: 'value', confirmed: 0, corrected: 1 }])
})

test('a zero below zero, which no database keeps, is no correction of zero; undone, nothing is left of it', async () => {
  const archive = await newArchive('sqlite')
  const id = await readOne(archive)
  const found = await findReviewable(archive.db, id)
  if (found === null) throw new Error('it was not read')
  const base = decisionOf(id, found.text, 1, { record: 0, as: 'confirm' }, [])
  if (base.kind !== 'confirm') throw new Error(base.kind)
  const machine = { ...machineOf(0), value: 0 }
  const decision: Decision = { ...base, machine, settled: { ...machine, value: -0 } }
  await appendDecisions(archive.db, id, found, found.text, [decision])
  expect(await agreementOf(archive.db)).toMatchObject([{ confirmed: 1 }, { confirmed: 1 }])
  const now = await findReviewable(archive.db, id)
  const undo = decisionOf(id, found.text, 2, { undo: 0 }, [base])
  await appendDecisions(archive.db, id, now ?? found, found.text, [undo])
  expect(await agreementOf(archive.db)).toEqual([])
})

test('more misreadings of one document are listed than a statement takes values', async () => {
  const archive = await newArchive('sqlite')
  const id = await readOne(archive)
  const rows = Array.from({ length: 6_000 }, (_, i) => ({
    ...{ document: id, version: i + 1, attribute: 'indicator' as const, origin: '' as const, rule: 'a/b' },
    verdict: 'corrected' as const,
  }))
  await listAsMisread(archive.db, rows)
  const { listed } = await archive.db
    .selectFrom('misreadings')
    .select(eb => eb.fn.countAll().as('listed'))
    .executeTakeFirstOrThrow()
  expect(Number(listed)).toBe(6_000)
})

/** An archive as it was before agreement was counted, with the rows of another. */
const asBefore = async (folder: string): Promise<string> => {
  const before = await temporaryFolder()
  const database = new SQLite(join(before, 'archive.sqlite'))
  const db = new Kysely({ dialect: new SqliteDialect({ database }) })
  const provider = { getMigrations: async () => ({ ...MIGRATIONS }) }
  await new Migrator({ db, provider }).migrateTo('004-decisions')
  database.exec(`attach '${join(folder, 'archive.sqlite')}' as later`)
  for (const table of ['texts', 'extractions', 'documents', 'decisions']) {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).join(', ')
    database.exec(`insert into ${table} (${columns}) select ${columns} from later.${table}`)
  }
  await db.destroy()
  return before
}

test('an archive of before counts what was decided in it', async () => {
  const folder = await temporaryFolder()
  const first = await openArchive(folder)
  const id = await readOne(first)
  await decideOn(first, id, [
    { record: 0, as: 'both' },
    { record: 1, as: 'confirm' },
    { record: 2, as: 'add' },
  ])
  const counted = {
    agreement: await agreementOf(first.db),
    missed: await missedOf(first.db),
    sums: await reviewSums(first.db),
  }
  expect(counted.agreement.length).toBeGreaterThan(1)
  await first.close()
  const second = await openArchive(await asBefore(folder))
  onTestFinished(() => second.close())
  expect({
    agreement: await agreementOf(second.db),
    missed: await missedOf(second.db),
    sums: await reviewSums(second.db),
  }).toEqual(counted)
})
