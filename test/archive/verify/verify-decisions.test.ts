import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { appendDecisions, findReviewable } from '../../../src/archive/decisions.ts'
import { keepCounts } from '../../../src/archive/review-queue.ts'
import { verify } from '../../../src/archive/verify/verify.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../../support/archive.ts'
import { countsWith } from '../../support/counts.ts'
import { confirmation } from '../../support/decision.ts'
import { extractionOf, flag } from '../../support/extraction.ts'

const TEXT = 'Có 35 hợp tác xã'

const reviewed = async (archive: Archive): Promise<string> => {
  const { document } = await archive.add(streamOf(TEXT), 'a.txt', 1000)
  await archive.finish(await taken(archive), extractionOf(Buffer.from(TEXT), 'a.txt', { flags: [flag()] }))
  const found = await findReviewable(archive.db, document.id)
  if (found === null) throw new Error('it was not read')
  const { id } = document
  await appendDecisions(
    archive.db,
    id,
    found,
    found.text,
    [1, 2, 3].map(n => confirmation(id, n, found.text)),
  )
  await keepCounts(archive.db, id, { ...found, decided: 3 }, 'v', countsWith())
  return id
}

const found = async (archive: Archive) =>
  (await verify(archive)).findings.map(({ level, code, subject }) => `${level} ${code} ${subject}`)

onBothDatabases('verifying decisions', database => {
  it('finds nothing wrong where they are whole, and takes what they have left for what it is', async () => {
    const archive = await newArchive(database)
    await reviewed(archive)
    expect(await found(archive)).toEqual([])
  })

  it('names a document that has lost one', async () => {
    const archive = await newArchive(database)
    const id = await reviewed(archive)
    await archive.db.deleteFrom('decisions').where('version', '=', 2).execute()
    const { findings } = await verify(archive)
    expect(findings).toMatchObject([
      {
        code: 'decisions-disagree',
        subject: id,
        text: { en: expect.stringContaining('3 decisions of reviewers; there are 2') },
      },
    ])
  })

  it('names counts that are not those of the decisions, and counts them anew when asked to', async () => {
    const archive = await newArchive(database)
    const id = await reviewed(archive)
    const counts = {
      attribute: 'period',
      origin: 'heading',
      rule: '',
      confirmed: 2,
      corrected: -1,
      rejected: 0,
    } as const
    await archive.db.insertInto('rule_agreement').values(counts).execute()
    await archive.db
      .insertInto('misreadings')
      .values({ document: id, version: 9, attribute: 'period', origin: 'heading', rule: '', verdict: 'corrected' })
      .execute()
    const wrong = ['misreadings-disagree', 'agreement-disagrees'] as const
    const before = await verify(archive)
    expect(before.findings).toMatchObject([
      { level: 'error', code: wrong[0], subject: id, cure: { en: expect.stringContaining('verify --repair') } },
      {
        ...{ level: 'error', code: wrong[1], subject: 'period heading' },
        text: {
          en: 'It is counted as confirmed, corrected and rejected 2 + -1 + 0 times; by the decisions these are 0 + 0 + 0.',
        },
      },
    ])
    const repaired = await verify(archive, { repair: true })
    expect([repaired.ok, repaired.findings.map(({ level, code }) => `${level} ${code}`)]).toEqual([
      true,
      ['note misreadings-recounted', 'note agreement-recounted'],
    ])
    expect(await found(archive)).toEqual([])
  })

  it('counts anew what was decided, not only what was not', async () => {
    const archive = await newArchive(database)
    const id = await reviewed(archive)
    const because = { period: { from: 'heading' as const } }
    const decision = confirmation(id, 1, 'x')
    if (decision.kind !== 'confirm') throw new Error(decision.kind)
    const { machine, settled } = decision
    const body = { ...decision, machine: { ...machine, because }, settled: { ...settled, period: '2020' } }
    await archive.db
      .updateTable('decisions')
      .set({ body: JSON.stringify(body) })
      .where('version', '=', 1)
      .execute()
    await archive.db.deleteFrom('decisions').where('version', '>', 1).execute()
    await archive.db.updateTable('documents').set({ decided: 1 }).execute()
    await verify(archive, { repair: true })
    expect(await archive.db.selectFrom('rule_agreement').selectAll().execute()).toEqual([
      { attribute: 'period', origin: 'heading', rule: '', confirmed: 0, corrected: 1, rejected: 0 },
    ])
    expect(await archive.db.selectFrom('misreadings').selectAll().execute()).toEqual([
      { document: id, version: 1, attribute: 'period', origin: 'heading', rule: '', verdict: 'corrected' },
    ])
    expect(await found(archive)).toEqual([])
  })

  it('names one that is damaged, and one that was moved', async () => {
    const archive = await newArchive(database)
    const id = await reviewed(archive)
    const set = (version: number, body: string) =>
      archive.db.updateTable('decisions').set({ body }).where('version', '=', version).execute()
    await set(1, '{"kind":"confirm"')
    await set(2, JSON.stringify(confirmation(id, 7, 'x')))
    expect((await found(archive)).sort()).toEqual([`error decision-invalid ${id}-1`, `error decision-invalid ${id}-2`])
  })
})
