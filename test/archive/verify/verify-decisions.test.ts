import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { appendDecisions, findReviewable } from '../../../src/archive/decisions.ts'
import { keepCounts } from '../../../src/archive/review-queue.ts'
import { verify } from '../../../src/archive/verify/verify.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../../support/archive.ts'
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
  const counts = { openErrors: 0, openDoubtful: 0, settled: 1, sampleSettled: 0, sampleWrong: 0 }
  await keepCounts(archive.db, id, { ...found, decided: 3 }, 'v', counts)
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
