import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Observation } from '../../src/contract/index.ts'
import { observation } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { extractFile } from './eval/extract-file.ts'
import { goldDocuments, PARTS } from './eval/gold-documents.ts'
import { countPairs, scoresOf } from './score/counts.ts'
import { describeDifferences } from './score/describe.ts'
import { parseGold, parseNeutral } from './score/gold.ts'
import { type Lines, score } from './score/score.ts'

const TEXT = 'Có 242 hợp tác xã.\nTừ 900 – 1.030 người, 22/30 xã.\nCó 22 tổ và 22 hợp tác xã.\n'

const LABELLED = {
  subject: 'cooperative',
  indicator: 'organisations',
  measure: 'level',
  unit: 'organisation',
  period: '2019',
  status: 'actual',
} as const

const goldOf = (...lines: Record<string, unknown>[]) =>
  parseGold(lines.map(l => JSON.stringify({ ...LABELLED, ...l })).join('\n'), TEXT)

/** An observation of the number that stands at `n` (its nth occurrence in the text). */
const found = (n: string, fields: Partial<Observation> = {}, nth = 1): Observation => {
  let start = -1
  for (let k = 0; k < nth; k++) start = TEXT.indexOf(n, start + 1)
  const place = { ...observation(TEXT, n).evidence, start, end: start + n.length }
  return observation(TEXT, n, { ...LABELLED, value: Number(n), evidence: place, ...fields })
}

const counted = (gold: ReturnType<typeof goldOf>, observations: Observation[], lines?: Lines, neutral = '') =>
  countPairs(score({ text: TEXT, gold, neutral: parseNeutral(neutral, TEXT), observations }, 'place', lines))

test('a record that agrees in everything is located, core and strict', () => {
  expect(counted(goldOf({ line: 1, n: '242', value: 242 }), [found('242')])).toMatchObject({
    gold: 1,
    extracted: 1,
    located: 1,
    core: 1,
    strict: 1,
  })
})

test('a wrong sector costs the strict score only, a wrong indicator the core as well', () => {
  const gold = goldOf({ line: 1, n: '242', value: 242 })
  expect(counted(gold, [found('242', { sector: 'credit' })])).toMatchObject({ located: 1, core: 1, strict: 0 })
  expect(counted(gold, [found('242', { indicator: 'members' })])).toMatchObject({ located: 1, core: 0, strict: 0 })
})

test('what two labellers read differently counts as right either way', () => {
  const gold = goldOf({ line: 1, n: '242', value: 242, per: ['year'], accept: { period: ['2018'], per: [[]] } })
  expect(counted(gold, [found('242', { period: '2018' })])).toMatchObject({ strict: 1 })
  expect(counted(gold, [found('242', { period: '2017' })])).toMatchObject({ strict: 0 })
})

test('a range agrees by both its ends', () => {
  const gold = goldOf({ line: 2, n: '900 – 1.030', min: 900, max: 1030 })
  const range = (max: number) => {
    const { value: _, ...rest } = found('900 – 1.030')
    return { ...rest, min: 900, max }
  }
  expect(counted(gold, [range(1030)])).toMatchObject({ strict: 1 })
  expect(counted(gold, [range(1031)])).toMatchObject({ located: 1, strict: 0 })
})

test('nth tells equal numbers of a line apart', () => {
  const gold = goldOf({ line: 3, n: '22', value: 22 }, { line: 3, n: '22', nth: 2, value: 22, unit: 'person' })
  const both = [found('22', {}, 2), found('22', { unit: 'person' }, 3)]
  expect(counted(gold, both)).toMatchObject({ strict: 2, extracted: 2 })
})

test('of two records at one number the better one is taken, the other is spurious', () => {
  const gold = goldOf({ line: 1, n: '242', value: 242 })
  expect(counted(gold, [found('242', { period: '2018' }), found('242')])).toMatchObject({ strict: 1, extracted: 2 })
})

test('only the given lines count', () => {
  const gold = goldOf({ line: 1, n: '242', value: 242 }, { line: 3, n: '22', value: 22 })
  const all = [found('242'), found('22', {}, 2)]
  expect(counted(gold, all, [2, 3])).toMatchObject({ gold: 1, extracted: 1, strict: 1 })
})

test('a record at a neutral place is neither right nor wrong', () => {
  const gold = goldOf({ line: 1, n: '242', value: 242 })
  const all = [found('242'), found('30')]
  expect(counted(gold, all)).toMatchObject({ extracted: 2 })
  expect(counted(gold, all, undefined, '{"line": 2, "n": "30"}')).toMatchObject({ extracted: 1 })
})

test('without offsets to compare, records are found by value and unit', () => {
  const gold = goldOf({ line: 1, n: '242', value: 242 })
  const elsewhere = { ...found('22'), value: 242 }
  const scored = { text: TEXT, gold, neutral: [], observations: [elsewhere] }
  expect(countPairs(score(scored, 'number'))).toMatchObject({ located: 1 })
  expect(countPairs(score(scored, 'place'))).toMatchObject({ located: 0 })
})

test('gold that names a number which is not on its line is refused', () => {
  expect(() => goldOf({ line: 1, n: '243', value: 243 })).toThrow('"243" is not on line 1')
})

test('differences say what gold has, what was found, and where', () => {
  const gold = goldOf({ line: 1, n: '242', value: 242 }, { line: 3, n: '22', value: 22 })
  const pairs = score(
    { text: TEXT, gold, neutral: [], observations: [found('242', { period: '2018' }), found('30')] },
    'place',
  )
  expect(describeDifferences(TEXT, pairs)).toEqual([
    expect.stringMatching(/^- line 1 "242" period\n {4}gold 242 .* 2019 actual\n {4}got {2}242 .* 2018 actual\n/),
    expect.stringMatching(/^- line 3 "22" missed\n/),
    expect.stringMatching(/^- spurious 30 /),
  ])
})

const REFERENCE = fileURLToPath(new URL('../../../shared/gold/score.mjs', import.meta.url))

/** The scorer that the labelling guide comes with is no part of the repository; where it lies beside it, both must agree. */
if (existsSync(REFERENCE)) {
  test.each(goldDocuments())('the reference scorer gives the same numbers for $name', async document => {
    const extraction = await extractFile(document.path)
    const result = join(await temporaryFolder(), 'result.json')
    await writeFile(result, JSON.stringify(extraction))
    const reference = (...options: string[]): unknown =>
      JSON.parse(
        execFileSync(
          process.execPath,
          [REFERENCE, document.path.replace(/txt$/, 'gold.jsonl'), result, '--json', ...options],
          { encoding: 'utf8' },
        ),
      )
    const scored = { ...document, observations: extraction.observations }
    const neutral = document.path.replace(/txt$/, 'neutral.jsonl')
    const places = existsSync(neutral) ? ['--neutral', neutral] : []
    expect(reference(...places)).toMatchObject(scoresOf(countPairs(score(scored, 'place'))))
    expect(reference('--loose', ...places)).toMatchObject(scoresOf(countPairs(score(scored, 'number'))))
    for (const lines of Object.values(PARTS[document.name] ?? {})) {
      const part = scoresOf(countPairs(score(scored, 'place', lines)))
      expect(reference('--lines', lines.join('-'), ...places)).toMatchObject(part)
    }
  })
}
