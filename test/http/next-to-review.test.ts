import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { assign } from '../../src/archive/assignments.ts'
import type { Extraction } from '../../src/contract/index.ts'
import { nextToReview } from '../../src/http/review/next-to-review.ts'
import { createReview } from '../../src/http/review/review.ts'
import { isSampled } from '../../src/review/sample.ts'
import { shippedReviewRules } from '../../src/review/shipped-review-rules.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'

const NUMBERS = Array.from({ length: 60 }, (_, i) => 100 + i)

/** A document of many figures, none of them doubtful. */
const stored = async (archive: Archive, name: string, parts: Partial<Extraction> = {}): Promise<string> => {
  const text = `${name}\n${NUMBERS.map(n => `Có ${n} hợp tác xã.\n`).join('')}`
  const { document } = await archive.add(streamOf(text), name, 10_000)
  const observations = NUMBERS.map(n => {
    const o = observation(text, String(n), { value: n, confidence: 0.97 })
    return { ...o, id: `o${o.evidence.start}` }
  })
  const { engine } = await shippedReviewRules()
  await archive.finish(await taken(archive), extractionOf(Buffer.from(text), name, { observations, engine, ...parts }))
  return document.id
}

const always = (n: number) => () => n

onBothDatabases('what is reviewed next', database => {
  const opened = async () => {
    const archive = await newArchive(database)
    const review = createReview(archive, shippedReviewRules, () => new Date())
    const next = (random: () => number, skip: readonly string[] = [], who = 'Lan') =>
      nextToReview(archive.db, review, { who, skip }, random)
    return { archive, review, next }
  }

  test('is by worth, nine times in ten; the tenth is a document at random with its sample', async () => {
    const { archive, next } = await opened()
    const wrong = await stored(archive, 'wrong', { flags: [flag({ observations: [] })] })
    const others = [await stored(archive, 'one'), await stored(archive, 'two'), await stored(archive, 'three')]
    expect((await next(always(0.5))).next).toMatchObject({ document: wrong, reason: 'errors' })
    const all = [wrong, ...others].sort()
    const { next: sampled } = await next(always(0))
    expect(sampled).toMatchObject({ document: all[0], reason: 'sample' })
    expect(sampled?.records.length).toBeGreaterThan(0)
    for (const { record, because } of sampled?.records ?? [])
      expect([because, isSampled(sampled?.document ?? '', { id: record, confidence: 0.97 })]).toEqual(['sample', true])
    // the last document that the draw can hit is begun again at the first
    let draws = 0
    const { next: wrapped } = await next(() => (draws++ === 0 ? 0 : 0.999999))
    expect(wrapped).toMatchObject({ document: all[0], reason: 'sample' })
    expect((await next(always(0.5), [wrong])).next).toMatchObject({ document: others.sort()[0], reason: 'new-layout' })
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
    const made = await review.decide(id, given?.version ?? '', {
      who: 'Lan',
      decisions: [
        { kind: 'confirm', record: right },
        { kind: 'correct', record: wrong, changes: { value: 7 } },
        ...rest.map(record => ({ kind: 'confirm', record }) as const),
      ],
    })
    expect(made).toMatchObject({ is: 'made' })
    const { sample } = await next(always(0.5))
    expect(sample).toMatchObject({ settled: rest.length + 2, wrong: 1, rate: 1 / (rest.length + 2) })
    expect(sample.low).toBeLessThan(sample.rate ?? 0)
  })
})
