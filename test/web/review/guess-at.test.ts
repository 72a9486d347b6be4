import { expect, test } from 'vitest'
import type { Box, Period } from '../../../src/contract/index.ts'
import { guessAt } from '../../../src/web/review/add/guess-at.ts'
import type { ShownRecord } from '../../../src/web/review/shown-record.ts'
import { observation } from './observation.ts'

const TEXT = 'một 1.559 hai 1.520 ba 12 bốn'

const record = (id: string, start: number, period: Period, page: number | null, box: Box | null): ShownRecord => {
  const { evidence, ...rest } = observation(id, { period })
  const place = { ...evidence, start, end: start + 2, page, box }
  return { ...rest, evidence: place, settledBy: 'machine', decision: null, machine: null, notes: [], rejected: false }
}

const records = [
  record('a', 4, '2018', 1, [10, 100, 60, 112]),
  record('b', 14, '2019', 1, [10, 300, 60, 312]),
  record('c', 23, '2020', 1, [10, 700, 60, 712]),
]
const sources = {
  text: TEXT,
  header: { area: null, reports: null, plans: null },
  records,
  codes: { indicators: [], areas: [], provinces: [] },
}
const at = (page: number, box: Box, quote = '') => guessAt({ kind: 'box', page, box, quote }, sources)

test('a box says what the record nearest to it on its page says, without its figure', () => {
  expect(at(1, [80, 298, 120, 310]).statement).toMatchObject({ period: '2019' })
  expect(at(1, [80, 90, 120, 102]).statement).toMatchObject({ period: '2018' })
  expect(at(1, [80, 90, 120, 102]).statement.value).toBeUndefined()
})

test('a box on a page without records says what the last record before it says', () => {
  expect(at(2, [80, 90, 120, 102]).statement).toMatchObject({ period: '2020' })
})

test('the figure of a box is the one that was read in it', () => {
  expect(at(1, [80, 90, 120, 102], 'đạt 447,2 triệu đồng').figure).toBe('447,2 triệu đồng')
})

test('words of the text bring their own figure', () => {
  const { statement, figure } = guessAt({ kind: 'words', start: 14, end: 19 }, sources)
  expect(statement).toMatchObject({ value: 1520 })
  expect(figure).toBeUndefined()
})
