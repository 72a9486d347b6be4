import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tryPhrase } from '../../src/authoring/try-phrase.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { changedRules } from '../support/changed-rules.ts'

/** The shipped rules with rules of an indicator that nobody else speaks of. */
const rulesWith = async (rules: string) => {
  const folder = await changedRules('measures.yaml', source => source)
  const family = `- {code: cats, label: {vi: Số mèo, en: cats}, unit: organisation, kind: stock, rules: [${rules}]}\n`
  await writeFile(join(folder, 'indicators/zzz.yaml'), family)
  return loadRules(folder)
}

const rule = (id: string, rest: string) => `{id: cats/${id}, examples: ['[1] mèo'], ${rest}}`

/** The near miss of a rule at the marked number. */
const missOf = async (rules: string, marked: string, id: string) => {
  const [explanation] = tryPhrase(marked, await rulesWith(rules)).explanations
  return explanation?.nearMisses.find(n => n.rule === `cats/${id}`)
}

const BEHIND = rule('behind', "match: '[#Quantity] #Organisation .{0,1} nuoi meo'")

test('a pattern that stopped is told with what it expected there, what it found, and where that stands all the same', async () => {
  expect(await missOf(BEHIND, 'Có [12] hợp tác xã vừa mở cửa hàng nuôi mèo.', 'behind')).toEqual({
    rule: 'cats/behind',
    indicator: 'cats',
    pattern: '[#Quantity] #Organisation .{0,1} nuoi meo',
    priority: 50,
    in: 'own',
    matched: 2,
    of: 3,
    stop: {
      side: 'after',
      expected: 'nuoi meo',
      words: { text: 'vừa mở', line: 1, column: 18, start: 17, end: 23 },
      elsewhere: { text: 'nuôi mèo', line: 1, column: 34, start: 33, end: 41 },
    },
    condition: null,
  })
})

test('a pattern whose words stand on the other side of the number is near as well', async () => {
  const miss = await missOf(rule('behind', "match: '[#Quantity] nuoi meo'"), 'Nuôi mèo có [12] hợp tác xã.', 'behind')
  expect(miss?.stop).toMatchObject({ side: 'after', expected: 'nuoi meo', elsewhere: { text: 'Nuôi mèo' } })
})

test.each([
  ["has: ['ban ca']", { name: 'has', expected: ['ban ca'], found: null }],
  ["hasNot: ['ban ca', 'hien co']", { name: 'hasNot', expected: ['ban ca', 'hien co'], found: 'hien co' }],
  ["under: ['ban ca']", { name: 'under', expected: ['ban ca'], found: null }],
  ["about: ['ban ca']", { name: 'about', expected: ['ban ca'], found: null }],
])('a rule that matches but for %s is told with this condition, before all others', async (condition, told) => {
  const rules = await rulesWith(rule('held', `match: '[#Quantity] #Organisation nuoi meo', ${condition}`))
  const [explanation] = tryPhrase('Hiện có [12] hợp tác xã nuôi mèo.', rules).explanations
  const [first] = explanation?.nearMisses ?? []
  expect(first).toMatchObject({ rule: 'cats/held', matched: 3, of: 3, stop: null, condition: told })
})

test('a rule for another unit is told with both units', async () => {
  const miss = await missOf(
    rule('unit', "match: '[#Quantity] nuoi meo', priority: 100"),
    'Có [12] tỷ đồng nuôi mèo.',
    'unit',
  )
  expect(miss?.condition).toEqual({ name: 'unit', expected: ['organisation'], found: 'VND' })
})

test('a rule none of whose words stand in the sentence is not near, and few are told', async () => {
  const [explanation] = tryPhrase(
    'Hiện có [12] hợp tác xã.',
    await rulesWith(rule('far', "match: '[#Quantity] nuoi meo'")),
  ).explanations
  expect(explanation?.nearMisses.map(n => n.rule)).not.toContain('cats/far')
  expect(explanation?.nearMisses.length).toBeLessThanOrEqual(5)
})
