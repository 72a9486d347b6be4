import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { assign, holderOf, release } from '../../src/archive/assignments.ts'
import { appendDecisions, findBasis, findReviewable, listDecisions, textsOf } from '../../src/archive/decisions.ts'
import { keepCounts, nextFor, sampleOf, uncounted } from '../../src/archive/review-queue.ts'
import type { Extraction } from '../../src/contract/index.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { confirmation } from '../support/decision.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'

const read = async (archive: Archive, text: string, parts: Partial<Extraction> = {}): Promise<string> => {
  const { document } = await archive.add(streamOf(text), `${text}.txt`, 1000)
  await archive.finish(await taken(archive), extractionOf(Buffer.from(text), text, parts))
  return document.id
}

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error('nothing is there')
  return value
}

onBothDatabases('decisions', database => {
  test('are stored as they were made, in order, with the text that they were made on', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'Có 35 hợp tác xã')
    const found = must(await findReviewable(archive.db, id))
    expect(found).toMatchObject({ decided: 0, decisions: [], result: { text: 'Có 35 hợp tác xã' } })
    // what no text column of PostgreSQL holds
    const odd = confirmation(id, 1, found.text, { why: 'a\0b \ud800 c' })
    expect(await appendDecisions(archive.db, id, found, found.text, [odd, confirmation(id, 2, found.text)])).toBe(true)
    const after = must(await findReviewable(archive.db, id))
    expect(after.decisions).toEqual([odd, confirmation(id, 2, found.text)])
    expect(after.decided).toBe(2)
    expect(await listDecisions(archive.db, id, 1)).toEqual([confirmation(id, 2, found.text)])
    expect(await textsOf(archive.db, [found.text, 'none'])).toEqual(new Map([[found.text, 'Có 35 hợp tác xã']]))
  })

  test('on a document that has others by now, or was read anew, are not stored', async () => {
    const archive = await newArchive(database, { clock: ticking() })
    const id = await read(archive, 'Có 35 hợp tác xã')
    const found = must(await findReviewable(archive.db, id))
    const append = (version: number) =>
      appendDecisions(archive.db, id, found, found.text, [confirmation(id, version, found.text)])
    expect(await append(1)).toBe(true)
    expect(await append(2)).toBe(false)
    const basis = must(await findBasis(archive.db, id))
    expect(basis).toMatchObject({ decided: 1, extraction: found.extraction })
    await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
    await archive.finish(await taken(archive), extractionOf(Buffer.from('Có 35 hợp tác xã'), 'x'))
    expect(await appendDecisions(archive.db, id, basis, found.text, [confirmation(id, 2, found.text)])).toBe(false)
    expect(await listDecisions(archive.db, id)).toHaveLength(1)
    // the document was read by the same rules, and keeps its decisions
    expect(must(await findReviewable(archive.db, id)).decided).toBe(1)
  })

  test('of two reviewers at once only one is stored', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'Có 35 hợp tác xã')
    const found = must(await findReviewable(archive.db, id))
    const stored = await Promise.all(
      ['a', 'b', 'c', 'd'].map(who =>
        appendDecisions(archive.db, id, found, found.text, [confirmation(id, 1, found.text, { id: who, who })]),
      ),
    )
    expect(stored.filter(Boolean)).toHaveLength(1)
    expect(await listDecisions(archive.db, id)).toHaveLength(1)
  })
})

const ticking = () => {
  let time = Date.parse('2026-01-02T03:04:05Z')
  return () => {
    time += 1000
    return new Date(time)
  }
}

onBothDatabases('an assignment', database => {
  test('keeps a document for one reviewer until it ends or is given back', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'a 1')
    const lan = await assign(archive.db, id, 'Lan', 60_000)
    expect(lan).toMatchObject({ document: id, who: 'Lan' })
    expect(lan.until - lan.since).toBeGreaterThanOrEqual(60_000)
    expect(await assign(archive.db, id, 'Minh', 60_000)).toEqual(lan)
    const longer = await assign(archive.db, id, 'Lan', 120_000)
    expect([longer.since, longer.until > lan.until]).toEqual([lan.since, true])
    expect(await release(archive.db, id, 'Minh')).toBe(false)
    expect(await release(archive.db, id, 'Lan')).toBe(true)
    expect(await holderOf(archive.db, id)).toBeNull()
    expect(await assign(archive.db, id, 'Minh', 1)).toMatchObject({ who: 'Minh' })
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(await holderOf(archive.db, id)).toBeNull()
    expect(await assign(archive.db, id, 'Lan', 60_000)).toMatchObject({ who: 'Lan' })
  })
})

onBothDatabases('an assignment asked for by many at once', database => {
  test('is given to one of them', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'a 1')
    const held = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(who => assign(archive.db, id, who, 60_000)))
    expect(new Set(held.map(({ who }) => who)).size).toBe(1)
  })
})

onBothDatabases('the review queue', database => {
  const doubtful = (confidence: number) => [observation('a 1', '1', { confidence })]
  const lan = { who: 'Lan', skip: [] }

  test('gives errors first, the most of them, then doubt, then what nobody has seen; and nothing that others have', async () => {
    const archive = await newArchive(database)
    const two = await read(archive, 'two', { flags: [flag(), flag({ id: 'f2' })] })
    const one = await read(archive, 'one', { flags: [flag(), flag({ id: 'f2', severity: 'warning' })] })
    const doubt = await read(archive, 'doubt', { observations: doubtful(0.5) })
    const sure = await read(archive, 'sure', { observations: doubtful(0.95) })
    expect(await nextFor(archive.db, 'errors', lan)).toBe(two)
    expect(await nextFor(archive.db, 'errors', { who: 'Lan', skip: [two] })).toBe(one)
    expect(await nextFor(archive.db, 'errors', { who: 'Lan', skip: [two, one] })).toBeNull()
    await assign(archive.db, two, 'Minh', 60_000)
    expect(await nextFor(archive.db, 'errors', lan)).toBe(one)
    expect(await nextFor(archive.db, 'errors', { who: 'Minh', skip: [] })).toBe(two)
    expect(await nextFor(archive.db, 'low-confidence', lan)).toBe(doubt)
    const unseen = [one, doubt, sure].sort()
    expect(await nextFor(archive.db, 'new-layout', lan)).toBe(unseen[0])
    expect(await nextFor(archive.db, 'sample', lan, unseen[1])).toBe(unseen[1])
    // all four are laid out alike: once one is reviewed, none is new
    const found = must(await findReviewable(archive.db, sure))
    await appendDecisions(archive.db, sure, found, found.text, [confirmation(sure, 1, found.text)])
    expect(await nextFor(archive.db, 'new-layout', lan)).toBeNull()
  })

  test('counts what is left after decisions, and what came of the sample', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'one', { flags: [flag()] })
    const found = must(await findReviewable(archive.db, id))
    await appendDecisions(archive.db, id, found, found.text, [confirmation(id, 1, found.text)])
    expect(await uncounted(archive.db, 10)).toEqual([id])
    const counts = { openErrors: 0, openDoubtful: 0, settled: 1, sampleSettled: 3, sampleWrong: 1 }
    // counted on a version that is not there any more
    await keepCounts(archive.db, id, found, 'v', counts)
    expect(await uncounted(archive.db, 10)).toEqual([id])
    await keepCounts(archive.db, id, { ...found, decided: 1 }, 'v', counts)
    expect(await uncounted(archive.db, 10)).toEqual([])
    expect(await nextFor(archive.db, 'errors', lan)).toBeNull()
    expect(await sampleOf(archive.db)).toEqual({ settled: 3, wrong: 1 })
  })
})
