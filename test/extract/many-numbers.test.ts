import { describe, expect, it } from 'vitest'
import { understand } from '../../src/extract.ts'
import { readText } from '../../src/read/text.ts'
import { RULES } from '../support/phrase.ts'

const observationsOf = (text: string) => {
  const read = readText(Buffer.from(text))
  if (!read.ok) throw new Error(read.problem.code)
  return understand(read.document, RULES).observations
}

/** Texts of one sentence with hundreds of numbers: no limit on how far a figure looks may lose one. */
const MANY: readonly (readonly [string, string, number])[] = [
  ['clauses', 'Toàn huyện có 24 HTX (năm 2017: 22 HTX), tăng 2 HTX; '.repeat(300), 900],
  ['brackets that never close', '(5 HTX '.repeat(300), 300],
  ['brackets in one another', `${'(5 HTX '.repeat(300)}${')'.repeat(300)} ${'và các huyện '.repeat(300)}`, 300],
  ['percentages behind one lần lượt', `Tỷ lệ lần lượt là ${'36%, 40,8%, '.repeat(150)}`, 300],
  ['numbers alone', '12 '.repeat(300), 300],
]

describe('a sentence of hundreds of numbers', () => {
  it.each(MANY)('%s: every number is a statistic', (_, text, count) => {
    const observations = observationsOf(text)
    expect(new Set(observations.map(o => o.evidence.start)).size).toBe(count)
    expect(observations).toHaveLength(count)
  })
})
