import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { assign, holderOf, release } from '../../src/archive/assignments.ts'
import { appendDecisions, findBasis, findReviewable, listDecisions, textsOf } from '../../src/archive/decisions.ts'
import { keepCounts, nextFor, sampleOf, uncounted } from '../../src/archive/review-queue.ts'
import type { Extraction } from '../../src/contract/index.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { countsWith } from '../support/counts.ts'
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
    expect(await appendDecisions(archive.db, id, found, found.text, [odd, confirmation(id, 2, found.text)])).toEqual({
      is: 'stored',
    })
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
    expect(await append(1)).toEqual({ is: 'stored' })
    expect(await append(2)).toEqual({ is: 'stale' })
    const basis = must(await findBasis(archive.db, id))
    expect(basis).toMatchObject({ decided: 1, extraction: found.extraction })
    await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
    await archive.finish(await taken(archive), extractionOf(Buffer.from('Có 35 hợp tác xã'), 'x'))
    expect(await appendDecisions(archive.db, id, basis, found.text, [confirmation(id, 2, found.text)])).toEqual({
      is: 'stale',
    })
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
    expect(stored.filter(({ is }) => is === 'stored')).toHaveLength(1)
    expect(await listDecisions(archive.db, id)).toHaveLength(1)
  })
})

onBothDatabases('deciding on a document that is taken', database => {
  const append = async (archive: Archive, id: string, who: string) => {
    const found = must(await findReviewable(archive.db, id))
    const version = found.decided + 1
    return appendDecisions(archive.db, id, found, found.text, [confirmation(id, version, found.text, { who })])
  }

  test('goes on with it for as long as it was asked for, and is nothing for others', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'a 1')
    const taken = await assign(archive.db, id, 'Lan', 60_000)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(await append(archive, id, 'Lan')).toEqual({ is: 'stored' })
    const held = must(await holderOf(archive.db, id))
    expect([held.who, held.since]).toEqual(['Lan', taken.since])
    expect(held.until).toBeGreaterThan(taken.until)
    expect(held.until).toBeLessThan(taken.until + 60_000)
    expect(await append(archive, id, 'Minh')).toEqual({ is: 'held', held })
    expect(await listDecisions(archive.db, id)).toHaveLength(1)
    expect(await holderOf(archive.db, id)).toEqual(held)
  })

  test('takes it for nobody who had not, and shortens nothing', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'a 1')
    expect(await append(archive, id, 'Lan')).toEqual({ is: 'stored' })
    expect(await holderOf(archive.db, id)).toBeNull()
    await assign(archive.db, id, 'Minh', 1)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(await append(archive, id, 'Minh')).toEqual({ is: 'stored' })
    expect(await holderOf(archive.db, id)).toBeNull()
    const long = await assign(archive.db, id, 'Lan', 600_000)
    await archive.db.updateTable('assignments').set({ duration: 1_000 }).execute()
    expect(await append(archive, id, 'Lan')).toEqual({ is: 'stored' })
    expect(await holderOf(archive.db, id)).toEqual(long)
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
    const errors = [flag(), flag({ id: 'f2' })]
    const two = await read(archive, 'two', { flags: errors, observations: doubtful(0.95) })
    const warned = [flag(), flag({ id: 'f2', severity: 'warning' })]
    const one = await read(archive, 'one', { flags: warned, observations: doubtful(0.95) })
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
    await read(archive, 'empty')
    expect(await nextFor(archive.db, 'new-layout', lan)).toBe(unseen[0])
    expect(await nextFor(archive.db, 'new-layout', { who: 'Lan', skip: unseen })).toBeNull()
    await archive.db.updateTable('documents').set({ open_sample: 1 }).where('id', 'in', unseen.slice(1)).execute()
    expect(await nextFor(archive.db, 'sample', lan)).toBe(unseen[1])
    expect(await nextFor(archive.db, 'sample', lan, unseen[2])).toBe(unseen[2])
    // whoever has looked at it has left the rest of its sample
    await archive.db
      .updateTable('documents')
      .set({ decided: 1, reviewed: 'v' })
      .where('id', '=', unseen[2] ?? '')
      .execute()
    expect(await nextFor(archive.db, 'sample', lan, unseen[2])).toBe(unseen[2])
    await archive.db.updateTable('documents').set({ decided: 0, reviewed: null }).where('decided', '=', 1).execute()
    // all are laid out alike: once one is reviewed, none is new
    const found = must(await findReviewable(archive.db, sure))
    await appendDecisions(archive.db, sure, found, found.text, [confirmation(sure, 1, found.text)])
    expect(await nextFor(archive.db, 'new-layout', lan)).toBeNull()
  })

  test('gives what the machine reads otherwise now after errors, and nothing that is not counted', async () => {
    const archive = await newArchive(database)
    const [few, many] = [await read(archive, 'few'), await read(archive, 'many')]
    const decided = async (id: string, openChanged: number) => {
      const found = must(await findReviewable(archive.db, id))
      await appendDecisions(archive.db, id, found, found.text, [confirmation(id, 1, found.text)])
      await keepCounts(archive.db, id, { ...found, decided: 1 }, 'v', countsWith({ openChanged }))
    }
    await decided(few, 1)
    await decided(many, 2)
    expect(await nextFor(archive.db, 'machine-changed', lan)).toBe(many)
    expect(await nextFor(archive.db, 'machine-changed', { who: 'Lan', skip: [many] })).toBe(few)
    await archive.db.updateTable('documents').set({ reviewed: null }).where('id', '=', many).execute()
    expect(await nextFor(archive.db, 'machine-changed', lan)).toBe(few)
  })

  test('gives errors that are only left open apart from those with something unsettled, and does not hold up what is doubtful', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'one', { flags: [flag()], observations: doubtful(0.5) })
    const left = async () => [
      await nextFor(archive.db, 'errors', lan),
      await nextFor(archive.db, 'low-confidence', lan),
      await nextFor(archive.db, 'errors-left', lan),
    ]
    expect(await left()).toEqual([id, null, null])
    const found = must(await findReviewable(archive.db, id))
    await appendDecisions(archive.db, id, found, found.text, [confirmation(id, 1, found.text)])
    expect(await left()).toEqual([null, null, null])
    const counts = countsWith({ openErrors: 1, openDoubtful: 1 })
    await keepCounts(archive.db, id, { ...found, decided: 1 }, 'v', counts)
    expect(await left()).toEqual([null, id, id])
    expect((await archive.find(id))?.flags).toEqual({ error: 1, warning: 0, note: 0 })
  })

  test('counts what is left after decisions, and what came of the sample', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'one', { flags: [flag()] })
    const found = must(await findReviewable(archive.db, id))
    await appendDecisions(archive.db, id, found, found.text, [confirmation(id, 1, found.text)])
    expect(await uncounted(archive.db, 10)).toEqual([id])
    const counts = countsWith({ sampleSettled: 3, sampleWrong: 1 })
    // counted on a version that is not there any more
    expect(await keepCounts(archive.db, id, found, 'v', counts)).toBe(false)
    const earlier = { ...found, decided: 1, created: '2020-01-02T03:04:05.678Z' }
    expect(await keepCounts(archive.db, id, earlier, 'v', counts)).toBe(false)
    expect(await uncounted(archive.db, 10)).toEqual([id])
    expect(await keepCounts(archive.db, id, { ...found, decided: 1 }, 'v', counts)).toBe(true)
    expect(await uncounted(archive.db, 10)).toEqual([])
    expect(await nextFor(archive.db, 'errors', lan)).toBeNull()
    expect(await sampleOf(archive.db)).toEqual({ settled: 3, wrong: 1 })
  })
})

onBothDatabases('the list', database => {
  test('says how much of each document is settled, and which flags are open, as they were counted last', async () => {
    const archive = await newArchive(database)
    const observations = [observation('a 1', '1'), observation('a 1', '1', { id: 'o2' })]
    const id = await read(archive, 'a 1', { observations, flags: [flag(), flag({ id: 'f2', severity: 'warning' })] })
    const empty = await read(archive, 'b')
    const shown = async () => {
      const { documents } = await archive.list({}, null, 10)
      const { records, settled, flags } = must(documents.find(document => document.id === id) ?? null)
      return { records, settled, flags }
    }
    const states = async () => {
      const ids = async (review: 'none' | 'some' | 'all') =>
        (await archive.list({ review }, null, 10)).documents.map(document => document.id)
      return [await ids('none'), await ids('some'), await ids('all')]
    }
    expect(await shown()).toEqual({ records: 2, settled: 0, flags: { error: 1, warning: 1, note: 0 } })
    expect(await states()).toEqual([[id], [], []])
    expect((await archive.facets()).reviews).toEqual([{ review: 'none', documents: 1 }])

    const found = must(await findReviewable(archive.db, id))
    const append = (version: number, progress: { records: number; settled: number }) =>
      appendDecisions(
        ...([archive.db, id, { ...found, decided: version - 1 }, found.text] as const),
        [confirmation(id, version, found.text)],
        progress,
      )
    await append(1, { records: 3, settled: 1 })
    expect(await shown()).toMatchObject({ records: 3, settled: 1, flags: { error: 1, warning: 1 } })
    expect(await states()).toEqual([[], [id], []])
    await append(2, { records: 3, settled: 3 })
    expect(await states()).toEqual([[], [], [id]])
    expect((await archive.facets()).reviews).toEqual([{ review: 'all', documents: 1 }])

    const openFlags = { error: 0, warning: 0, note: 0 }
    const counts = countsWith({ records: 3, settled: 3 })
    await keepCounts(archive.db, id, { ...found, decided: 2 }, 'v', counts)
    expect(await shown()).toEqual({ records: 3, settled: 3, flags: openFlags })
    expect((await archive.list({ flagged: false }, null, 10)).documents.map(d => d.id).sort()).toEqual(
      [id, empty].sort(),
    )
  })

  test('never says that more is settled than there is, while a document that was read anew is not counted', async () => {
    const archive = await newArchive(database)
    const id = await read(archive, 'a 1', { observations: [observation('a 1', '1')] })
    await archive.db.updateTable('documents').set({ settled: 5, decided: 5 }).where('id', '=', id).execute()
    expect(await archive.find(id)).toMatchObject({ records: 1, settled: 1 })
  })
})
