import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DecisionRequest, Flag, Observation } from '../../src/contract/index.ts'
import { sampleOutcome } from '../../src/review/sample-outcome.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import { Reviewing } from './review-support.ts'

/** Numbers from 0 to below 1 (mulberry32, Ettinger 2017). */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const RECORDS = 300
const NUMBERS = Array.from({ length: RECORDS }, (_, i) => 1000 + i)
const TEXT = NUMBERS.map(n => `Có ${n} hợp tác xã.\n`).join('')
const BASE = NUMBERS.map(n => {
  const o = observation(TEXT, String(n), { value: n })
  return { ...o, id: `o${o.evidence.start}` }
})

/** How often a record of a flag is wrong, and one that is doubtful: mostly. */
const [FLAGGED, DOUBTFUL] = [0.7, 0.4]

interface Made {
  readonly reviewing: Reviewing
  readonly wrong: ReadonlySet<string>
  /** Those that nobody would look at. */
  readonly quiet: readonly string[]
}

/**
 * A document of which it is known what is wrong in it: some sums that do not come out, some doubtful records, and a part of the others.
 * A sum comes out when all that is wrong in it is corrected.
 */
const madeDocument = (document: string, rate: number, sums: number, random: () => number): Made => {
  const wrong = new Set<string>()
  const quiet: string[] = []
  const flags: Flag[] = []
  const observations = BASE.map((o, i): Observation => {
    const inSum = i < sums * 3
    const doubtful = !inSum && random() < 0.1
    if (random() < (inSum ? FLAGGED : doubtful ? DOUBTFUL : rate)) wrong.add(o.id)
    if (!inSum && !doubtful) quiet.push(o.id)
    return { ...o, confidence: doubtful ? 0.5 : 0.97 }
  })
  for (let i = 0; i < sums; i++) {
    const of = observations.slice(i * 3, i * 3 + 3).map(({ id }) => id)
    if (!of.some(id => wrong.has(id))) wrong.add(of[0] ?? '')
    const suspects = of.map(id => ({ observation: id, weight: 1 / 3 }))
    flags.push(flag({ id: `f${i}`, expression: `f${i}`, observations: of, suspects }))
  }
  const check: Reviewing['check'] = async (_, records) => {
    const right = new Set(records.filter(r => r.status === 'actual').map(({ id }) => id))
    return {
      flags: flags.filter(f => f.observations.some(id => wrong.has(id) && !right.has(id))),
      support: new Map(),
    }
  }
  const extraction = extractionOf(Buffer.from(TEXT), document, { observations, flags })
  return { reviewing: new Reviewing(extraction, { document, check }), wrong, quiet }
}

/** Looks at records in the order of the agenda, suspects first, and stops after a part of them. */
const review = async ({ reviewing, wrong }: Made, part: number): Promise<void> => {
  const { agenda } = (await reviewing.state()).records
  const looked = agenda.slice(0, Math.round(agenda.length * part))
  if (looked.length === 0) return
  const result = await reviewing.decide(
    ...looked.map(
      ({ record }): DecisionRequest =>
        wrong.has(record) ? { kind: 'correct', record, changes: { status: 'actual' } } : { kind: 'confirm', record },
    ),
  )
  expect(result.ok).toBe(true)
}

const outcomeOf = (documents: readonly Made[]) => {
  const each = documents.map(({ reviewing }) => sampleOutcome(reviewing.decisions))
  return {
    settled: each.reduce((sum, { settled }) => sum + settled, 0),
    wrong: each.reduce((sum, { wrong }) => sum + wrong, 0),
  }
}

/** What is met more seldom than this is no chance. */
const NEVER = 1e-7

/** Of so many that are each wrong at this rate: how probable it is that up to `most` are (the binomial distribution, by recurrence). */
const atMost = (most: number, of: number, rate: number): number => {
  let [term, sum] = [(1 - rate) ** of, 0]
  for (let k = 0; k <= most; k++) {
    sum += term
    term *= ((of - k) / (k + 1)) * (rate / (1 - rate))
  }
  return sum
}

const expectEstimate = ({ settled, wrong }: { settled: number; wrong: number }, rate: number): void => {
  expect(atMost(wrong, settled, rate)).toBeGreaterThan(NEVER)
  expect(atMost(settled - wrong, settled, 1 - rate)).toBeGreaterThan(NEVER)
}

/** So many must have been drawn and settled for what they say to be held against the rate. */
const ENOUGH = 100

test('the sample tells how often records are wrong that nobody would look at, wherever reviewers stop', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.double({ min: 0.01, max: 0.3, noNaN: true }), async (seed, rate) => {
      const random = randomFrom(seed)
      const documents: Made[] = []
      while (outcomeOf(documents).settled < ENOUGH) {
        const i = documents.length
        const made = madeDocument(`${seed} ${i}`, rate, 1 + ((i * 7) % 40), random)
        documents.push(made)
        await review(made, random())
        // somebody goes on where another has stopped
        await review(made, random())
      }
      expectEstimate(outcomeOf(documents), rate)
    }),
    { numRuns: 3 },
  )
})

test('where documents differ, it tells so once the sample of each is settled, as the queue has it done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async seed => {
      const random = randomFrom(seed)
      // the more sums do not come out, the more is wrong elsewhere
      const documents = Array.from({ length: 12 }, (_, i) =>
        madeDocument(`${seed} ${i}`, 0.01 + 0.03 * i, 3 * i, random),
      )
      for (const made of documents) {
        await review(made, random())
        while ((await made.reviewing.state()).records.agenda.length > 0) await review(made, 1)
      }
      const [quiet, wrong] = [
        documents.flatMap(d => d.quiet),
        documents.flatMap(d => d.quiet.filter(id => d.wrong.has(id))),
      ]
      expect(outcomeOf(documents).settled).toBeGreaterThan(ENOUGH / 2)
      expectEstimate(outcomeOf(documents), wrong.length / quiet.length)
    }),
    { numRuns: 2 },
  )
})
