import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Statement } from '../../src/contract/index.ts'
import { statementIssues } from '../../src/review/statement-issues.ts'
import { codes, reviewingText } from './review-support.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const FILES = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.gold.jsonl'))
  .sort()

/** What a label leaves out. */
const PLAIN = {
  ...{ sector: null, measure: 'level', comparator: 'eq', per: [], period: null, area: null },
  ...{ source: null, label: '-', qualifier: null },
}

test('no record that people have labelled is refused', () => {
  const refused: unknown[] = []
  let records = 0
  for (const file of FILES)
    for (const line of readFileSync(join(FIXTURES, file), 'utf8').split('\n')) {
      if (line === '') continue
      const label = JSON.parse(line)
      records++
      const issues = statementIssues(Statement.parse({ ...PLAIN, ...label }), codes, '')
      if (issues.length > 0) refused.push([file, label, issues.map(({ code }) => code)])
    }
  expect(records).toBeGreaterThan(10_000)
  expect(refused).toEqual([])
})

test.each(['lang-son-2020', 'huyen-bao-cao-2017'])(
  'what the machine reads of %s passes, with its areas',
  async name => {
    const { extraction } = await reviewingText(readFileSync(join(FIXTURES, 'gold', `${name}.txt`), 'utf8'))
    expect(extraction.observations.filter(o => o.area !== null).length).toBeGreaterThan(50)
    expect(extraction.observations.flatMap(o => statementIssues(o, codes, o.id))).toEqual([])
  },
)
