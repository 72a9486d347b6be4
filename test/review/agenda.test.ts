import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsOf } from '../../src/review/agenda.ts'
import { firstLook } from '../../src/review/first-look.ts'
import { sampleRate } from '../../src/review/sample.ts'
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
