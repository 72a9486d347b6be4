import { expect, test } from 'vitest'
import { createReview } from '../../src/http/review/review.ts'
import type { ReviewRules } from '../../src/review/review-rules.ts'
import { newArchive, streamOf, taken } from '../support/archive.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'

const TEXT = 'Có 35 hợp tác xã, 36 hợp tác xã'
const ENGINE = { version: '0.0.1', rules: 'r1' }

/** A document whose records are checked by what the test gives. */
const opened = async () => {
  const archive = await newArchive('sqlite')
  const { document } = await archive.add(streamOf(TEXT), 'a.txt', 1000)
  const observations = [35, 36].map(value => observation(TEXT, String(value), { id: `o${value}`, value }))
  const parts = { observations, flags: [flag({ observations: ['o35'] })], engine: ENGINE }
  await archive.finish(await taken(archive), extractionOf(Buffer.from(TEXT), 'a.txt', parts))
  let checks = 0
  const rules: ReviewRules = {
    engine: ENGINE,
    codes: { indicators: new Map(), areas: new Map(), provinces: [] },
    check: async () => {
      checks++
      return { flags: [flag({ observations: ['o35'] })], support: new Map() }
    },
    draft: async () => ({ ok: false, why: 'no-words' }),
  }
  const review = createReview(
    archive,
    async () => rules,
    () => new Date(),
  )
  return { review, id: document.id, checks: () => checks }
}

test('decisions on records do not wait for the checks, however many there were before; one on a flag asks for them', async () => {
  const { review, id, checks } = await opened()
  const decide = async (decision: Parameters<typeof review.decide>[2]['decisions'][number]) => {
    const version = (await review.version(id)) ?? ''
    return (await review.decide(id, [version], { who: 'Lan', decisions: [decision] }))?.is
  }
  expect(await decide({ kind: 'confirm', record: 'o35' })).toBe('made')
  expect(await decide({ kind: 'reject', record: 'o36' })).toBe('made')
  expect(await decide({ kind: 'note', record: null, why: 'x' })).toBe('made')
  expect(checks()).toBe(0)
  expect(await decide({ kind: 'dismiss', flag: 'f1', why: 'x' })).toBe('made')
  expect(checks()).toBe(1)
  expect((await review.records(id))?.progress).toMatchObject({ settled: 2, openFlags: { error: 0 } })
})
