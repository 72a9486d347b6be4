import { expect, test } from 'vitest'
import type { Flag, Observation, RecordDecision } from '../../src/contract/index.ts'
import { countsOf } from '../../src/review/agenda.ts'
import { randomSample } from '../../src/review/sample.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import { Reviewing } from './review-support.ts'

const NUMBERS = Array.from({ length: 400 }, (_, i) => 1000 + i)

/** A reading of 400 figures, behind some words. */
const reading = (before = '', change: (o: Observation) => Observation = o => o, flags: Flag[] = []) => {
  const text = `${before}${NUMBERS.map(n => `Có ${n} hợp tác xã.\n`).join('')}`
  const observations = NUMBERS.map(n => {
    const o = observation(text, String(n), { value: n, confidence: 0.95 })
    return change({ ...o, id: `o${o.evidence.start}` })
  })
  return extractionOf(Buffer.from(text), 'a', { observations, flags })
}

const drawnOf = (extraction: Reviewing['extraction']) => [...randomSample('d', extraction)]

const outcome = async (reviewing: Reviewing) => {
  const { sampleSettled, sampleWrong } = countsOf(
    reviewing.extraction,
    (await reviewing.state()).records,
    reviewing.decisions,
  )
  return { settled: sampleSettled, wrong: sampleWrong }
}

/** Checks that every sum comes out with what is decided. */
const check = async () => ({ flags: [], support: new Map<string, number>() })
const reviewingOf = (extraction: Reviewing['extraction']) => new Reviewing(extraction, { check })

test('about one confident record in twenty is drawn, always the same; doubtful ones never', () => {
  const observations = Array.from({ length: 20_000 }, (_, i) => ({ id: `o${i}`, confidence: 0.95 }))
  const drawn = randomSample('5gq3w0k8r2m4t6vy', { observations, flags: [] })
  expect(drawn.size).toBeGreaterThan(850)
  expect(drawn.size).toBeLessThan(1150)
  expect(randomSample('5gq3w0k8r2m4t6vy', { observations, flags: [] })).toEqual(drawn)
  const doubtful = observations.map(o => ({ ...o, confidence: 0.5 }))
  expect(randomSample('5gq3w0k8r2m4t6vy', { observations: doubtful, flags: [] }).size).toBe(0)
})

test('of those drawn, corrected and rejected records were wrong, confirmed ones right; others do not count', async () => {
  const reviewing = reviewingOf(reading())
  const drawn = drawnOf(reviewing.extraction)
  const [right = '', changed = '', gone = ''] = drawn
  const other = reviewing.extraction.observations.find(o => !drawn.includes(o.id))?.id ?? ''
  await reviewing.decide(
    { kind: 'confirm', record: right },
    { kind: 'correct', record: changed, changes: { status: 'actual' } },
    { kind: 'reject', record: gone },
    { kind: 'reject', record: other },
  )
  expect(await outcome(reviewing)).toEqual({ settled: 3, wrong: 2 })
  const { records } = await reviewing.state()
  expect(countsOf(reviewing.extraction, records, reviewing.decisions).openSample).toBe(drawn.length - 3)
  const listed = records.agenda.flatMap(({ record, because }) => (because === 'sample' ? [record] : []))
  expect(listed).toEqual(drawn.slice(3))
  await reviewing.decide({ kind: 'confirm', record: changed }, { kind: 'undo', decision: 'd3' })
  // the latest word counts, against what the machine had said
  expect(await outcome(reviewing)).toEqual({ settled: 2, wrong: 1 })
})

test('a record that an error or a warning is about is no part of the sample, when its suggestion is accepted either', async () => {
  const [suspect = '', beside = '', noted = ''] = drawnOf(reading())
  const flags = [
    flag({
      ...{ observations: [suspect, beside], suspects: [{ observation: suspect, weight: 1 }] },
      suggestion: { observation: suspect, value: 7, text: '7', because: [] },
    }),
    flag({ id: 'f2', severity: 'note', observations: [noted] }),
  ]
  const extraction = reading('', o => o, flags)
  const reviewing = reviewingOf(extraction)
  await reviewing.decide({ kind: 'accept-suggestion', flag: 'f1' })
  expect((await reviewing.state()).records.flags[0]).toMatchObject({ state: 'resolved' })
  expect(await outcome(reviewing)).toEqual({ settled: 0, wrong: 0 })
  // nor when nothing is open any more
  await reviewing.decide({ kind: 'confirm', record: beside }, { kind: 'confirm', record: noted })
  expect(await outcome(reviewing)).toEqual({ settled: 1, wrong: 0 })
})

test('a number that the document prints wrong was read right, as far as the rest was', async () => {
  const reviewing = reviewingOf(reading())
  const [first = ''] = drawnOf(reviewing.extraction)
  await reviewing.decide({ kind: 'correct', record: first, changes: { value: 7 } })
  expect(await outcome(reviewing)).toEqual({ settled: 1, wrong: 0 })
  await reviewing.decide({ kind: 'correct', record: first, changes: { period: '2018' } })
  expect(await outcome(reviewing)).toEqual({ settled: 1, wrong: 1 })
})

test('a reading that takes a number for another is wrong', async () => {
  const [first = ''] = drawnOf(reading())
  const thousandth = (o: Observation) => (o.id === first ? { ...o, value: (o.value ?? 0) / 1000 } : o)
  const reviewing = reviewingOf(reading('', thousandth))
  const { value = 0 } = reading().observations.find(o => o.id === first) ?? {}
  await reviewing.decide({ kind: 'correct', record: first, changes: { value } })
  expect(await outcome(reviewing)).toEqual({ settled: 1, wrong: 1 })
})

test('what was settled as doubtful never comes into the sample by another reading, and what was drawn stays in it', async () => {
  const drawn = new Set(drawnOf(reading()))
  const doubtful = (o: Observation) => (drawn.has(o.id) ? o : { ...o, confidence: 0.5 })
  const reviewing = reviewingOf(reading('', doubtful))
  const all = reviewing.extraction.observations.map(({ id }) => id)
  await reviewing.decide(
    ...all
      .slice(0, 200)
      .map(record =>
        drawn.has(record)
          ? ({ kind: 'correct', record, changes: { status: 'actual' } } as const)
          : ({ kind: 'confirm', record } as const),
      ),
  )
  const known = all.slice(0, 200).filter(id => drawn.has(id)).length
  expect(known).toBeGreaterThan(3)
  expect(await outcome(reviewing)).toEqual({ settled: known, wrong: known })
  // the rules have learned it, the text has shifted, all is sure by now
  reviewing.readAnew(reading('Trang 1\n\n', o => ({ ...o, status: 'actual' })))
  expect(await outcome(reviewing)).toEqual({ settled: known, wrong: known })
  const { records } = await reviewing.state()
  const again = records.agenda.filter(({ because }) => because === 'machine-changed').map(({ record }) => record)
  expect(again).toHaveLength(200 - known)
  await reviewing.decide(...again.map(record => ({ kind: 'confirm', record }) as const))
  expect(await outcome(reviewing)).toEqual({ settled: known, wrong: known })
})

test('decisions of before there was a mark are left out', async () => {
  const reviewing = reviewingOf(reading())
  const [first = '', second = ''] = drawnOf(reviewing.extraction)
  await reviewing.decide({ kind: 'reject', record: first }, { kind: 'confirm', record: second })
  const [old, ...newer] = reviewing.decisions
  const { sampled: _, ...before } = old as RecordDecision
  reviewing.decisions = [before as RecordDecision, ...newer]
  expect(await outcome(reviewing)).toEqual({ settled: 1, wrong: 0 })
})
