import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check/check.ts'
import { figure, type Identity, total } from '../../src/check/identity.ts'
import { localise } from '../../src/check/localise.ts'
import { loadSolver, SOLVER_LIMITS, type SolverLimits } from '../../src/check/solver.ts'
import type { Extraction, Flag } from '../../src/contract/index.ts'
import { shippedRules } from '../../src/extract.ts'
import { LARGE, largePlan } from '../bench/large-plan.ts'
import { extractionOf, fixture } from '../extract/fixtures.ts'
import { processorTime } from '../support/processor-time.ts'
import { count } from './make-figure.ts'

const checked = (extraction: Extraction, limits?: SolverLimits) => check(extraction, shippedRules().checks, limits)

/** Numbers without order that are the same in every run. */
const numbers = (): (() => number) => {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 8
  }
}

/** Sums of figures that all others are sums of, too, and of which none comes out. */
const tangle = (figures: number, identities: number): Identity[] => {
  const next = numbers()
  const all = Array.from({ length: figures }, () => count(100 + (next() % 900)))
  const any = () => all[next() % all.length] ?? count(1)
  return Array.from({ length: identities }, (_, i) => {
    const left = all[i % all.length] ?? any()
    const parts = [...new Set(Array.from({ length: 6 }, any))].filter(f => f !== left)
    return { rule: 'tangle', left, relation: '=', right: total(parts.map(figure)), tolerance: 0 }
  })
}

const localised = async (failing: readonly Identity[], limits: SolverLimits) => {
  const solve = await loadSolver()
  const from = processorTime()
  const found = localise(
    failing,
    [],
    f => f.observation.confidence,
    f => f,
    solve,
    limits,
  )
  return { ...found, seconds: (processorTime() - from) / 1000 }
}

/** Seconds that building the programmes may take beside solving them. */
const AROUND = 2

describe('the search for wrong figures keeps to its limits', () => {
  it.each([
    [0.3, 60, 100],
    [1, 220, 320],
  ])('%d s for %d identities of %d figures that all hang together and all fail', async (seconds, sums, figures) => {
    const failing = tangle(figures, sums)
    const found = await localised(failing, { figures: 500, rows: 1_000, seconds, secondsInAll: 6 })
    expect(found.seconds).toBeLessThan(seconds * 1.5 + AROUND)
    expect(found.capped.size).toBe(failing.length)
    expect(found.wrong.size).toBe(0)
  })

  it('a hundred such sets take no longer than a document may', async () => {
    const failing = Array.from({ length: 100 }, () => tangle(60, 40)).flat()
    const limits = { figures: 500, rows: 1_000, seconds: 0.5, secondsInAll: 1.5 }
    const found = await localised(failing, limits)
    expect(found.seconds).toBeLessThan((limits.secondsInAll + limits.seconds) * 1.5 + AROUND)
    expect(found.capped.size).toBeGreaterThan(failing.length / 2)
  })

  it('more figures than may hang together are not searched at all', async () => {
    const failing = tangle(400, 600)
    const found = await localised(failing, SOLVER_LIMITS)
    expect(found.capped.size).toBe(failing.length)
    expect(found.seconds).toBeLessThan(AROUND)
  })

  it('the flags of sums that were not searched say so', async () => {
    // its failures hang together, so that no single figure explains them
    const extraction = await extractionOf(fixture('gold/bac-kan-2020.txt'))
    const isAnyCapped = (flags: readonly Flag[]) => flags.some(f => f.capped)
    expect(isAnyCapped(extraction.flags)).toBe(false)
    expect(isAnyCapped((await checked(extraction, { ...SOLVER_LIMITS, figures: 2 })).flags)).toBe(true)
    expect(isAnyCapped((await checked(extraction, { ...SOLVER_LIMITS, secondsInAll: 0 })).flags)).toBe(true)
  })
})

const row = (i: number): string => {
  const [a, b, c] = [20 + ((i * 7919) % 311), 5 + ((i * 104_729) % 97), 3 + ((i * 31) % 41)]
  return `${i + 1}\tXã Tân Lập ${i + 1}\t${a + b + c + (i % 3 === 0 ? 1 : 0)}\t${a}\t${b}\t${c}`
}
const rows = (count: number): string => Array.from({ length: count }, (_, i) => row(i)).join('\n')
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

const HEAD = 'Kết quả thực hiện theo biểu sau:\nTT\tHuyện, xã\tSố HTX\tTrong đó\t\t'
const KINDS = '\t\t\tHTX nông nghiệp\tHTX vận tải\tHTX xây dựng'

/** A file in base 64, as mail has it; what a program takes for words in it qualifies each figure otherwise. */
const base64 = (characters: number): string =>
  lines(characters / 44, i => createHash('sha256').update(String(i)).digest('base64'))

/** Documents of about so many figures. */
const GROWING: readonly (readonly [string, (figures: number) => string])[] = [
  [
    'a table in which each row should add up',
    n => `${HEAD}\n${KINDS}\n(1)\t(2)\t(3)=(4)+(5)+(6)\t(4)\t(5)\t(6)\n${rows(n / 4)}`,
  ],
  ['a table of one indicator in every row', n => `${HEAD}\n${KINDS}\n${rows(n / 4)}`],
  ['a branch in every line', n => lines(n, i => `- Huyện có ${10 + (i % 89)} hợp tác xã nông nghiệp.`)],
  [
    'a whole and its percentage in every line',
    n => lines(n / 2, i => `- Năm 2019 có ${10 + (i % 89)} hợp tác xã, đạt ${80 + (i % 37)}% kế hoạch.`),
  ],
  [
    'one list of all',
    n => `Toàn tỉnh có 900 hợp tác xã, gồm ${lines(n, i => `${2 + (i % 89)} hợp tác xã,`).replaceAll('\n', ' ')}`,
  ],
  ['a file in base 64', n => base64(n * 8)],
  ['annexes that add up', n => largePlan({ districts: n / 240, communes: 20 })],
]

/** Twice the figures take twice as long, or four times where time grows with their square. */
const LINEAR = 3.5
/** Milliseconds below which a time says nothing. */
const NOISE = 150

const timeOf = async (extraction: Extraction): Promise<number> => {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const from = processorTime()
    await checked(extraction)
    best = Math.min(best, processorTime() - from)
  }
  return best
}

describe('time grows with the figures', () => {
  it.each(GROWING)('%s', { timeout: 180_000 }, async (_, make) => {
    const half = await extractionOf(make(2_000))
    const whole = await extractionOf(make(4_000))
    expect(whole.observations.length).toBeGreaterThan(half.observations.length * 1.8)
    const [less, more] = [await timeOf(half), await timeOf(whole)]
    expect(more, `${Math.round(less)} ms for half of ${Math.round(more)} ms`).toBeLessThan(
      Math.max(NOISE, less * LINEAR),
    )
  })

  it('20,000 parts of one whole are read', { timeout: 180_000 }, async () => {
    const parts = lines(20_000, i => `- Huyện có ${10 + (i % 89)} hợp tác xã nông nghiệp.`)
    const { observations } = await extractionOf(`- Toàn tỉnh có 9.999 hợp tác xã.\n${parts}`)
    expect(observations.length).toBeGreaterThan(20_000)
  })
})

/** What is written of figures has to be theirs; none of these may be a number. */
const NO_NUMBER = /NaN|Infinity|undefined|null|∞/

/** Documents whose figures are hardly any. */
const ODD: readonly (readonly [string, string])[] = [
  ['nothing at all', 'Kế hoạch'],
  [
    'nought of nought',
    'Năm 2019 có 0 hợp tác xã, đạt 0% kế hoạch; kế hoạch năm 2019 là 0 hợp tác xã, tăng 0% so với năm 2018.',
  ],
  ['a share of nought', 'Có 0 hợp tác xã, trong đó 5 hợp tác xã nông nghiệp, chiếm 100% tổng số hợp tác xã.'],
  [
    'bounds',
    'Có trên 100 hợp tác xã, trong đó ít nhất 90 hợp tác xã nông nghiệp và dưới 5 hợp tác xã phi nông nghiệp.',
  ],
  [
    'a number of 400 digits',
    `Có ${'9'.repeat(400)} hợp tác xã, gồm ${'9'.repeat(399)} HTX nông nghiệp và 5 HTX vận tải.`,
  ],
  ['a number of 40 digits', `Có ${'9'.repeat(40)} hợp tác xã, gồm ${'8'.repeat(40)} HTX nông nghiệp và 5 HTX vận tải.`],
  [
    'tiny numbers',
    'Doanh thu là 0,000000000001 đồng, trong đó doanh thu với thành viên 0,000000000002 đồng, doanh thu ngoài thành viên 0,000000000009 đồng.',
  ],
  [
    'a table of noughts',
    `${HEAD}\n${KINDS}\n(1)\t(2)\t(3)=(4)+(5)+(6)\t(4)\t(5)=(4)/(6)\t(6)\n${lines(9, i => `${i}\tXã ${i}\t${i % 2}\t0\t0\t0`)}`,
  ],
  ['a table that divides by itself', `${HEAD}\n${KINDS}\n(1)\t(2)\t(3)=(3)/(3)\t(4)=(5)/(6)\t(5)\t(6)\n${rows(9)}`],
]

/** A number as printed: a range is `từ 5 đến 7`, and stands where its ink is. */
const expectWritten = ({ text }: Extraction, flag: Flag): void => {
  expect(flag.expression).not.toMatch(NO_NUMBER)
  expect(flag.expression).not.toBe('')
  for (const { from, to, start, end } of flag.figures)
    expect(flag.expression.slice(from, to)).toBe(text.slice(start, end).trim())
  for (const { weight } of flag.suspects) expect(weight).toBeGreaterThanOrEqual(0)
  for (const suggestion of [flag.suggestion ?? []].flat()) {
    expect(Number.isFinite(suggestion.value)).toBe(true)
    expect([suggestion.text, ...suggestion.because].join()).not.toMatch(NO_NUMBER)
  }
}

const DOCUMENTS: readonly (readonly [string, string])[] = [
  ...ODD,
  ...GROWING.map(([name, make]) => [name, make(480)] as const),
  ['a large plan', largePlan(LARGE)],
]

describe('flags say what is printed', () => {
  it.each(DOCUMENTS)('%s', async (_, text) => {
    const extraction = await extractionOf(text)
    for (const flag of extraction.flags) expectWritten(extraction, flag)
    const again = await checked(extraction)
    expect(again.flags).toEqual(extraction.flags)
  })

  it('a large plan has flags to look at', async () => {
    const { flags } = await extractionOf(largePlan(LARGE))
    expect(flags.length).toBeGreaterThan(20)
  })

  it.each(['Kế hoạch', 'Nhiệm vụ và giải pháp.\n- Củng cố hợp tác xã hiện có.', '\tTT\tChỉ tiêu\n\t\t'])(
    'a document without any figure gives no flags: %j',
    async text => {
      const { observations, flags } = await extractionOf(text)
      expect({ observations, flags }).toEqual({ observations: [], flags: [] })
    },
  )
})
