import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { assign } from '../../src/archive/assignments.ts'
import { documentId } from '../../src/archive/document-id.ts'
import type { DecisionRequest, Extraction, Observation } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { nextToReview } from '../../src/http/review/next-to-review.ts'
import { createReview } from '../../src/http/review/review.ts'
import { randomSample } from '../../src/review/sample.ts'
import { shippedReviewRules } from '../../src/review/shipped-review-rules.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'

const NUMBERS = Array.from({ length: 60 }, (_, i) => 100 + i)

const textOf = (name: string) => `${name}\n${NUMBERS.map(n => `Có ${n} hợp tác xã.\n`).join('')}`

const figuresOf = (name: string, confidence = 0.97): Observation[] =>
  NUMBERS.map(n => {
    const o = observation(textOf(name), String(n), { value: n, confidence })
    return { ...o, id: `o${o.evidence.start}` }
  })

/** Figures that nobody would look at, and that are not drawn either. */
const quietOf = (name: string): Observation[] => {
  const { document, ...reading } = extractionOf(Buffer.from(textOf(name)), name, { observations: figuresOf(name) })
  const drawn = randomSample(documentId(document.sha256), reading)
  return reading.observations.filter(({ id }) => !drawn.has(id))
}

/** A document of many figures, none of them doubtful. */
const stored = async (archive: Archive, name: string, parts: Partial<Extraction> = {}): Promise<string> => {
  const text = textOf(name)
  const { document } = await archive.add(streamOf(text), name, 10_000)
  const { engine } = await shippedReviewRules()
  const extraction = extractionOf(Buffer.from(text), name, { observations: figuresOf(name), engine, ...parts })
  await archive.finish(await taken(archive), extraction)
  return document.id
}

/** A sum that does not come out. */
const CONTRADICTORY = `Năm 2019 tổng số thành viên hợp tác xã ước đạt 1.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2019 là 1.520 người).
`

const always = (n: number) => () => n

onBothDatabases('what is reviewed next', database => {
  const opened = async () => {
    const archive = await newArchive(database)
    const review = createReview(archive, shippedReviewRules, () => new Date())
    const told: object[] = []
    const log = { error: (details: object) => told.push(details) }
    const next = (random: () => number, skip: readonly string[] = [], who = 'Lan') =>
      nextToReview({ db: archive.db, review, log, random }, { who, skip })
    return { archive, review, next, told }
  }

  test('is by worth, nine times in ten; the tenth is a document at random with its sample', async () => {
    const { archive, next } = await opened()
    const wrong = await stored(archive, 'wrong', { flags: [flag({ observations: [quietOf('wrong')[0]?.id ?? ''] })] })
    const others = [await stored(archive, 'one'), await stored(archive, 'two'), await stored(archive, 'three')]
    expect((await next(always(0.5))).next).toMatchObject({ document: wrong, reason: 'errors' })
    const all = [wrong, ...others].sort()
    const { next: sampled } = await next(always(0))
    expect(sampled).toMatchObject({ document: all[0], reason: 'sample' })
    expect(sampled?.records.length).toBeGreaterThan(0)
    const reading = await archive.extraction(all[0] ?? '')
    const drawn = reading === null ? [] : [...randomSample(all[0] ?? '', reading)]
    const ofSample = sampled?.records.filter(({ because }) => because === 'sample')
    expect(ofSample).toEqual(drawn.map(record => ({ record, because: 'sample' })))
    // the last document that the draw can hit is begun again at the first
    let draws = 0
    const { next: wrapped } = await next(() => (draws++ === 0 ? 0 : 0.999999))
    expect(wrapped).toMatchObject({ document: all[0], reason: 'sample' })
    expect((await next(always(0.5), [wrong])).next).toMatchObject({ document: others.sort()[0], reason: 'new-layout' })
  })

  test('begins with its sample where it is given for that, whatever is doubtful in it', async () => {
    const { archive, review, next } = await opened()
    const flags = [flag({ observations: [quietOf('one')[0]?.id ?? ''] })]
    const observations = figuresOf('one').map((o, i) => ({ ...o, confidence: i < 20 ? 0.5 : 0.97 }))
    const id = await stored(archive, 'one', { flags, observations })
    const { agenda = [] } = (await review.records(id)) ?? {}
    const drawn = agenda.filter(({ because }) => because === 'sample')
    expect(drawn.length).toBeGreaterThan(0)
    expect(agenda[0]?.because).toBe('flagged')
    expect((await next(always(0.5))).next).toMatchObject({ reason: 'errors', records: agenda })
    const { next: sampled } = await next(always(0))
    expect(sampled?.reason).toBe('sample')
    expect(sampled?.records.slice(0, drawn.length)).toEqual(drawn)
    const ids = (items: typeof agenda) => items.map(({ record }) => record).sort()
    expect(ids(sampled?.records ?? [])).toEqual(ids(agenda))
  })

  test('is one with errors as long as a figure of one is unsettled, and the last of all where they are only left open', async () => {
    const { archive, review, next } = await opened()
    const { document } = await archive.add(streamOf(CONTRADICTORY), 'wrong', 10_000)
    const reading = await extract(Buffer.from(CONTRADICTORY), 'wrong.txt')
    if (!reading.ok) throw new Error(reading.problem.code)
    await archive.finish(await taken(archive), reading.extraction)
    const { id } = document
    const doubtful = await stored(archive, 'doubtful', { observations: figuresOf('doubtful', 0.5) })
    const decide = async (decisions: DecisionRequest[]) => {
      const version = (await review.version(id)) ?? ''
      expect(await review.decide(id, [version], { who: 'Lan', decisions })).toMatchObject({ is: 'made' })
      return await review.records(id)
    }
    const { records = [], agenda = [] } = (await review.records(id)) ?? {}
    const confirmed = records.map(({ id: record }) => ({ kind: 'confirm' as const, record }))
    const [likeliest] = agenda
    expect(likeliest?.because).toBe('suspect')
    await decide(confirmed.filter(({ record }) => record === likeliest?.record))
    const { next: going } = await next(always(0.5))
    expect(going).toMatchObject({ document: id, reason: 'errors' })
    expect(going?.records.length).toBeGreaterThan(0)

    const settled = await decide(confirmed.filter(({ record }) => record !== likeliest?.record))
    expect(settled).toMatchObject({ agenda: [], progress: { openFlags: { error: 1 } } })
    expect((await next(always(0.5))).next).toMatchObject({ document: doubtful, reason: 'low-confidence' })
    expect((await next(always(0.5), [doubtful])).next).toMatchObject({
      ...{ document: id, reason: 'errors-left' },
      records: [{ record: likeliest?.record, because: 'flagged' }],
    })
    await decide([{ kind: 'dismiss', flag: settled?.flags[0]?.id ?? '', why: 'văn bản in như vậy' }])
    expect((await next(always(0.5), [doubtful])).next).toBeNull()
  })

  test('is nothing where all is settled or others have it', async () => {
    const { archive, next } = await opened()
    expect(await next(always(0.5))).toMatchObject({ next: null, sample: { settled: 0, rate: null } })
    const id = await stored(archive, 'one', { flags: [flag()] })
    await assign(archive.db, id, 'Minh', 60_000)
    expect((await next(always(0.5))).next).toBeNull()
    expect((await next(always(0.5), [], 'Minh')).next).toMatchObject({ document: id })
  })

  test('tells how often the sample was wrong', async () => {
    const { archive, review, next } = await opened()
    const id = await stored(archive, 'one')
    const { next: given } = await next(always(0))
    const [right = '', wrong = '', ...rest] = (given?.records ?? []).map(({ record }) => record)
    const made = await review.decide(id, [given?.version ?? ''], {
      who: 'Lan',
      decisions: [
        { kind: 'confirm', record: right },
        { kind: 'correct', record: wrong, changes: { status: 'actual' } },
        ...rest.map(record => ({ kind: 'confirm', record }) as const),
      ],
    })
    expect(made).toMatchObject({ is: 'made' })
    const { sample } = await next(always(0.5))
    expect(sample).toMatchObject({ settled: rest.length + 2, wrong: 1, rate: 1 / (rest.length + 2) })
    expect(sample.low).toBeLessThan(sample.rate ?? 0)
  })

  test('is no document without a record, and of a new layout never one with nothing to look at', async () => {
    const { archive, next } = await opened()
    const [empty, quiet] = [
      await stored(archive, 'empty', { observations: [] }),
      await stored(archive, 'quiet', { observations: quietOf('quiet') }),
    ]
    const { next: given } = await next(always(0.5))
    expect(given).toMatchObject({ document: quiet, reason: 'new-layout' })
    expect(given?.records.map(({ because }) => because)).toEqual(Array(5).fill('new-layout'))
    expect((await next(always(0.5), [quiet])).next).toBeNull()
    expect(empty).not.toBe(quiet)
  })

  test('passes over a document that is damaged, and says so', async () => {
    const { archive, review, next, told } = await opened()
    const flags = [flag({ observations: [] })]
    const ids = [await stored(archive, 'one', { flags }), await stored(archive, 'two', { flags })].sort()
    const [bad = '', good = ''] = ids
    const version = (await review.version(bad)) ?? ''
    await review.decide(bad, [version], { who: 'Lan', decisions: [{ kind: 'note', record: null, why: 'x' }] })
    await archive.db.updateTable('decisions').set({ body: '{}' }).execute()
    // not counted: nobody waits for it
    expect((await next(always(0.5))).next).toMatchObject({ document: good })
    expect(told).toEqual([])
    await archive.db.updateTable('documents').set({ reviewed: 'v' }).where('id', '=', bad).execute()
    expect((await next(always(0.5))).next).toMatchObject({ document: good })
    expect(told).toMatchObject([{ document: bad }])
  })

  test('waits for no document to be counted', async () => {
    const { archive, review, next } = await opened()
    for (const name of ['one', 'two', 'three']) {
      const id = await stored(archive, name)
      await archive.db.updateTable('documents').set({ decided: 1, reviewed: null }).where('id', '=', id).execute()
    }
    const asked: string[] = []
    const records = review.records
    review.records = async id => {
      asked.push(id)
      return records(id)
    }
    expect((await next(always(0.5))).next).toBeNull()
    expect(asked).toEqual([])
  })

  test('is the rest of its sample, where a document was left with it', async () => {
    const { archive, review, next } = await opened()
    const id = await stored(archive, 'one')
    const { next: given } = await next(always(0))
    const [first = '', ...rest] = given?.records ?? []
    if (first === '') throw new Error('nothing was drawn')
    await review.decide(id, [given?.version ?? ''], {
      who: 'Lan',
      decisions: [{ kind: 'confirm', record: first.record }],
    })
    await review.records(id)
    expect((await next(always(0.5))).next).toMatchObject({ document: id, reason: 'sample', records: rest })
  })

  test('is what the machine has changed its mind about, before what it doubts', async () => {
    const { archive, review, next } = await opened()
    const id = await stored(archive, 'one')
    await stored(archive, 'doubtful', { observations: figuresOf('doubtful', 0.5) })
    const { records = [], version = '' } = (await review.records(id)) ?? {}
    const [kept, gone] = records
    await review.decide(id, [version], {
      who: 'Lan',
      decisions: [
        { kind: 'confirm', record: kept?.id ?? '' },
        { kind: 'reject', record: gone?.id ?? '' },
      ],
    })
    await review.records(id)
    expect((await next(always(0.5))).next?.reason).toBe('low-confidence')
    await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
    const reading = await archive.extraction(id)
    if (reading === null) throw new Error('it was read')
    const observations = reading.observations.map(o => ({ ...o, status: 'actual' as const }))
    await archive.finish(await taken(archive), { ...reading, observations })
    await review.records(id)
    const { next: given } = await next(always(0.5))
    expect(given).toMatchObject({ document: id, reason: 'machine-changed' })
    expect(given?.records.slice(0, 2)).toEqual([
      { record: kept?.id, because: 'machine-changed' },
      { record: gone?.id, because: 'machine-changed' },
    ])
  })
})
