import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { loadRules } from '../../src/rules/rule-set.ts'
import { IndicatorFile, MeasureFile } from '../../src/rules/schema.ts'
import { parseYaml, RuleError } from '../../src/rules/yaml.ts'
import { changedRules } from '../support/changed-rules.ts'

const fault = (source: string, schema: z.ZodType = MeasureFile): string => {
  try {
    parseYaml('measures.yaml', source, schema)
  } catch (error) {
    if (error instanceof RuleError) return error.message
    throw error
  }
  return 'no fault'
}

const MEASURE = `- id: share/own
  measure: share
  of: own
  match: '[#Percent]'
  examples: ['đạt [70]%']
`

test('a file that is as it should be gives its rules', () => {
  expect(parseYaml('measures.yaml', MEASURE, MeasureFile)).toMatchObject([
    { id: 'share/own', match: ['[#Percent]'], negative: false, adds: 0, counterExamples: [] },
  ])
})

test.each([
  ['bad YAML', `${MEASURE}- id: "x\n`, /^measures\.yaml:[67]: /],
  ['a key given twice', `${MEASURE}  of: own\n`, /^measures\.yaml:6: .*unique/],
  ['a value that is none of the codes', MEASURE.replace('share\n', 'part\n'), /^measures\.yaml:2: 0\.measure: /],
  [
    'an example without a marked number',
    MEASURE.replace('[70]', '70'),
    /^measures\.yaml:5: 0\.examples\.0: mark the number/,
  ],
  ['a key that is not known', `${MEASURE}  weight: 3\n`, /^measures\.yaml:1: 0: .*weight/],
])('%s is named with its line', (_, source, message) => {
  expect(fault(source)).toMatch(message)
})

test('a rule without an example is refused', () => {
  expect(fault(MEASURE.replace("  examples: ['đạt [70]%']\n", ''))).toMatch(/^measures\.yaml:1: 0\.examples: /)
  const indicator = '- {code: x, label: {vi: x, en: x}, unit: person, kind: stock, rules: [{id: x/y, match: "[#Q]"}]}'
  expect(fault(indicator, IndicatorFile)).toMatch(/examples/)
})

test('a pattern with an unknown tag is named with its file and line', async () => {
  const folder = await changedRules('measures.yaml', source => source.replace("'[#Quantity]'", "'[#Nothing]'"))
  const line =
    (await readFile(join(folder, 'measures.yaml'), 'utf8')).split('\n').findIndex(l => l.includes('#Nothing')) + 1
  expect(() => loadRules(folder)).toThrow(`measures.yaml:${line}: unknown tag #Nothing`)
})

test('every change of a rule changes the digest, and nothing else does', async () => {
  const same = await changedRules('measures.yaml', source => source)
  const other = await changedRules('measures.yaml', source => `${source}# a remark\n`)
  expect(loadRules(same).digest).toBe(loadRules().digest)
  expect(loadRules(other).digest).not.toBe(loadRules().digest)
})
