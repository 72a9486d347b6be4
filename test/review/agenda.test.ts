import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AgendaItem } from '../../src/contract/index.ts'
import { countsOf } from '../../src/review/agenda.ts'
import { firstLook } from '../../src/review/first-look.ts'
import { mixIn } from '../../src/review/mix-in.ts'
import { randomSample, sampleRate } from '../../src/review/sample.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import { Reviewing } from './review-support.ts'

const NUMBERS = [11, 12, 13, 14, 15]
const TEXT = NUMBERS.map(n => `Có ${n} hợp tác xã.\n`).join('')

const at = (n: number, confidence = 0.95) => {
  const o = observation(TEXT, String(n), { value: n, confidence })
  return { ...o, id: `o${o.evidence.start}` }
}
const id = (n: number) => `o${TEXT.indexOf(String(n))}`

const reviewing = (confidences: readonly number[], flags: Parameters<typeof flag>[0][] = []) =>
  new Reviewing(
    extractionOf(Buffer.from(TEXT), 'a', {
      observations: NUMBERS.map((n, i) => at(n, confidences[i])),
      flags: flags.map(flag),
    }),
  )

test('suspects come first, the most accused before others; then records of flags without suspects, then doubt', async () => {
  const { records } = await reviewing(
    [0.95, 0.95, 0.5, 0.3, 0.95],
    [
      { id: 'f1', observations: [id(11), id(12)], suspects: [{ observation: id(12), weight: 1 }] },
      {
        ...{ id: 'f2', severity: 'warning', observations: [id(11), id(15)] },
        suspects: [{ observation: id(15), weight: 0.9 }],
      },
      { id: 'f3', severity: 'warning', observations: [id(11)] },
      { id: 'f4', severity: 'note', observations: [id(13)] },
    ],
  ).state()
  expect(records.agenda.filter(({ because }) => because !== 'sample')).toEqual([
    { record: id(12), because: 'suspect' },
    { record: id(15), because: 'suspect' },
    { record: id(11), because: 'flagged' },
    { record: id(14), because: 'low-confidence' },
    { record: id(13), because: 'low-confidence' },
  ])
})

test('a number that next to nothing speaks against is no suspect: it is looked at last, when the suspects of its flag are settled', async () => {
  const all = { observations: [id(11), id(12), id(13)] }
  const suspects = [
    { observation: id(12), weight: 0.9 },
    { observation: id(13), weight: 0.06 },
    { observation: id(11), weight: 0.04 },
  ]
  const flags = [flag({ ...all, suspects })]
  const confidences = [0.95, 0.95, 0.95, 0.5, 0.95]
  const extraction = reviewing(confidences, flags).extraction
  const check = async () => ({ flags, support: new Map<string, number>() })
  const document = new Reviewing(extraction, { check })
  const agenda = async () => (await document.state()).records.agenda.filter(({ because }) => because !== 'sample')
  const doubtful = { record: id(14), because: 'low-confidence' }
  expect(await agenda()).toEqual([
    { record: id(12), because: 'suspect' },
    { record: id(13), because: 'suspect' },
    doubtful,
  ])
  await document.decide({ kind: 'confirm', record: id(12) })
  expect(await agenda()).toEqual([{ record: id(13), because: 'suspect' }, doubtful])
  await document.decide({ kind: 'confirm', record: id(13) })
  expect(await agenda()).toEqual([doubtful, { record: id(11), because: 'flagged' }])
  // where many share the blame, none stands out
  const alike = all.observations.map(observation => ({ observation, weight: 0.03 }))
  const { records } = await reviewing(confidences, [flag({ ...all, suspects: alike })]).state()
  expect(records.agenda.slice(0, 4).map(({ because }) => because)).toEqual([
    ...Array(3).fill('flagged'),
    'low-confidence',
  ])
})

test('one record of the sample comes after every five doubtful ones, and goes no further back as these are settled', async () => {
  const numbers = Array.from({ length: 240 }, (_, i) => 1000 + i)
  const text = numbers.map(n => `Có ${n} hợp tác xã.\n`).join('')
  const observations = numbers.map((n, i) => {
    const o = observation(text, String(n), { value: n, confidence: i < 12 ? 0.5 + i / 100 : 0.95 })
    return { ...o, id: `o${o.evidence.start}` }
  })
  const document = new Reviewing(extractionOf(Buffer.from(text), 'a', { observations }))
  const { agenda } = (await document.state()).records
  const [doubtful, drawn] = (['low-confidence', 'sample'] as const).map(reason =>
    agenda.filter(({ because }) => because === reason),
  ) as [AgendaItem[], AgendaItem[]]
  expect([doubtful.length, drawn.length > 3]).toEqual([12, true])
  const [first, second] = drawn as [AgendaItem, AgendaItem]
  expect(agenda).toEqual([
    ...[...doubtful.slice(0, 5), first],
    ...[...doubtful.slice(5, 10), second],
    ...[...doubtful.slice(10), ...drawn.slice(2)],
  ])
  for (const { record } of doubtful.slice(0, 4)) await document.decide({ kind: 'confirm', record })
  expect((await document.state()).records.agenda).toEqual(agenda.slice(4))
})

test('a list holds all of another that is mixed in, in its order, whichever is longer', () => {
  expect(mixIn([1, 2, 3, 4, 5], [10, 20, 30], 2)).toEqual([1, 2, 10, 3, 4, 20, 5, 30])
  expect(mixIn([1, 2, 3, 4], [10], 2)).toEqual([1, 2, 10, 3, 4])
  expect(mixIn([], [10, 20], 2)).toEqual([10, 20])
  expect(mixIn([1], [], 1)).toEqual([1])
})

/** A reading of so many figures; flags on some of them, by their number; which of them are settled. */
const situation = fc.record({
  confidences: fc.array(fc.constantFrom(0.5, 0.7, 0.95, 0.99), { minLength: 1, maxLength: 40 }),
  flags: fc.array(
    fc.record({
      severity: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
      of: fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 6 }),
      weights: fc.array(fc.constantFrom(0, 0.04, 0.05, 0.3, 1), { minLength: 6, maxLength: 6 }),
      blames: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  settled: fc.uniqueArray(fc.nat(39)),
})

test('an agenda holds each record once and no settled one, begins with suspects, and leaves out no flag with something unsettled', async () => {
  await fc.assert(
    fc.asyncProperty(situation, async ({ confidences, flags: raised, settled }) => {
      const numbers = confidences.map((_, i) => 1000 + i)
      const text = numbers.map(n => `Có ${n} hợp tác xã.\n`).join('')
      const observations = numbers.map((n, i) => {
        const o = observation(text, String(n), { value: n, confidence: confidences[i] ?? 1 })
        return { ...o, id: `o${o.evidence.start}` }
      })
      const flags = raised.map(({ severity, of, weights, blames }, nth) => {
        const ids = of.flatMap(i => observations[i]?.id ?? [])
        const suspects = blames ? ids.map((of, i) => ({ observation: of, weight: weights[i] ?? 0 })) : []
        return flag({ id: `f${nth}`, check: `c${nth}`, severity, observations: ids, suspects })
      })
      const check = async () => ({ flags, support: new Map<string, number>() })
      const document = new Reviewing(extractionOf(Buffer.from(text), 'a', { observations, flags }), { check })
      const decided = settled.flatMap(i => observations[i]?.id ?? [])
      if (decided.length > 0) await document.decide(...decided.map(record => ({ kind: 'confirm' as const, record })))
      const { records } = await document.state()
      const ids = records.agenda.map(({ record }) => record)
      expect(ids).toEqual([...new Set(ids)])
      expect(ids.filter(each => decided.includes(each))).toEqual([])
      const reasons = records.agenda.map(({ because }) => because)
      expect(reasons.lastIndexOf('suspect')).toBe(reasons.filter(reason => reason === 'suspect').length - 1)
      const drawn = randomSample('d', document.extraction)
      expect([...drawn].filter(each => !decided.includes(each) && !ids.includes(each))).toEqual([])
      const grave = flags.filter(({ severity }) => severity !== 'note')
      const isOpen = (each: string) => !decided.includes(each)
      for (const { observations: of } of grave) expect(of.some(isOpen)).toBe(of.some(each => ids.includes(each)))
      const errors = grave.filter(({ severity, observations: of }) => severity === 'error' && of.some(isOpen))
      expect(countsOf(document.extraction, records, document.decisions).unsettledErrors).toBe(errors.length)
    }),
    { numRuns: 200 },
  )
})

test('what is settled is not looked at again, unless the machine has changed its mind', async () => {
  const doubtful = reviewing([0.5, 0.5, 0.99, 0.99, 0.99])
  await doubtful.decide({ kind: 'confirm', record: id(11) }, { kind: 'reject', record: id(12) })
  const agenda = async () => (await doubtful.state()).records.agenda.filter(({ because }) => because !== 'sample')
  expect(await agenda()).toEqual([])
  doubtful.readAnew({
    ...doubtful.extraction,
    observations: doubtful.extraction.observations.map(o => ({ ...o, value: 1 })),
  })
  expect(await agenda()).toEqual([
    { record: id(11), because: 'machine-changed' },
    { record: id(12), because: 'machine-changed' },
  ])
  await doubtful.decide({ kind: 'confirm', record: id(11) })
  expect(await agenda()).toEqual([{ record: id(12), because: 'machine-changed' }])
})

test('the counts follow the decisions', async () => {
  const doubtful = reviewing([0.5, 0.5, 0.99, 0.99, 0.99])
  const counts = async () => countsOf(doubtful.extraction, (await doubtful.state()).records, doubtful.decisions)
  expect(await counts()).toMatchObject({
    openErrors: 0,
    records: 5,
    openDoubtful: 2,
    settled: 0,
    sampleSettled: 0,
    sampleWrong: 0,
  })
  await doubtful.decide({ kind: 'confirm', record: id(11) })
  expect(await counts()).toMatchObject({ openDoubtful: 1, openChanged: 0, settled: 1 })
  doubtful.readAnew({
    ...doubtful.extraction,
    observations: doubtful.extraction.observations.map(o => ({ ...o, value: 1 })),
  })
  expect(await counts()).toMatchObject({ openChanged: 1 })
  doubtful.readAnew(extractionOf(Buffer.from('Không còn gì.'), 'a'))
  expect(await counts()).toMatchObject({ records: 0, openChanged: 1, openSample: 0 })
})

test('a first look at a document goes from its beginning to its end, past what is settled', () => {
  const records = Array.from({ length: 11 }, (_, i) => ({
    id: `o${i}`,
    settledBy: i === 0 ? ('reviewer' as const) : ('machine' as const),
  }))
  expect(firstLook(records).map(({ record }) => record)).toEqual(['o1', 'o3', 'o5', 'o7', 'o9'])
  expect(firstLook(records.slice(0, 4)).map(({ record }) => record)).toEqual(['o1', 'o2', 'o3'])
  expect(firstLook([])).toEqual([])
})

test('the rate of a sample lies within its bounds, which grow narrower with it', () => {
  expect(sampleRate(0, 0)).toEqual({ settled: 0, wrong: 0, rate: null, low: 0, high: 1 })
  // Wilson 1927: 10 of 100 is 5,5 % to 17,4 %
  expect(sampleRate(100, 10)).toMatchObject({ low: expect.closeTo(0.0552, 4), high: expect.closeTo(0.1744, 4) })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (settled, part) => {
      const wrong = Math.round(settled * part)
      const { rate, low, high } = sampleRate(settled, wrong)
      expect(rate).toBeGreaterThanOrEqual(low - 1e-9)
      expect(rate).toBeLessThanOrEqual(high + 1e-9)
      expect([low >= 0, high <= 1]).toEqual([true, true])
      const wider = sampleRate(settled * 4, wrong * 4)
      expect(wider.high - wider.low).toBeLessThan(high - low)
    }),
  )
})
