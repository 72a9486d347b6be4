import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkRules } from '../../src/authoring/check-rules.ts'
import { changedRules } from '../support/changed-rules.ts'

/** A family of its own behind the shipped ones, so that its lines are known. */
const FAMILY = 'indicators/zzz.yaml'

const family = (rules: string) => `- code: cats
  label: {vi: Số mèo, en: cats}
  unit: organisation
  kind: stock
  rules:
${rules}`

const withFamily = async (rules: string) => {
  const folder = await changedRules('measures.yaml', source => source)
  await writeFile(join(folder, FAMILY), family(rules))
  return await faultsOf(folder)
}

const faultsOf = async (folder: string) => {
  const { faults, complete } = await checkRules(folder)
  return {
    complete,
    faults: faults.map(f => `${f.check} ${f.file}:${f.line} ${f.rule ?? '–'}: ${f.found} | ${f.expected}`),
  }
}

const GOOD = `    - id: cats/counted
      match: '[#Quantity] #Organisation meo'
      priority: 90
      examples: ['có [12] hợp tác xã mèo']
`

test('a rule that is as it should be has no fault', async () => {
  expect(await withFamily(GOOD)).toEqual({ complete: true, faults: [] })
})

describe('the form of a file', () => {
  test('all faults of a file are named with their lines, with what was found', async () => {
    const { complete, faults } = await withFamily(
      GOOD.replace('priority: 90', 'priority: high').replace("['có [12] hợp tác xã mèo']", "['có 12 hợp tác xã mèo']"),
    )
    expect(complete).toBe(false)
    expect(faults).toEqual([
      expect.stringMatching(/^form indicators\/zzz\.yaml:8 –: 0\.rules\.0\.priority: .*, found "high" \|/),
      expect.stringMatching(/^form indicators\/zzz\.yaml:9 –: 0\.rules\.0\.examples\.0: mark the number/),
    ])
  })

  test('bad YAML is named with its line', async () => {
    const { faults } = await withFamily(`${GOOD}    - id: "x\n`)
    expect(faults[0]).toMatch(/^form indicators\/zzz\.yaml:1[01] –: /)
  })

  test('a file that nothing reads, and one that is missing', async () => {
    const folder = await changedRules('measures.yaml', source => source)
    await writeFile(join(folder, 'measure.yaml'), '[]\n')
    await rm(join(folder, 'numerals.yaml'))
    expect((await faultsOf(folder)).faults).toEqual([
      expect.stringContaining('form measure.yaml:1 –: a file that nothing reads'),
      expect.stringContaining('form numerals.yaml:1 –: the file is missing'),
    ])
  })

  test('files of rules/document/ are checked as well', async () => {
    const folder = await changedRules('document/kinds.yaml', source => source.replace('kind: plan', 'kind: plans'))
    expect((await faultsOf(folder)).faults).toEqual([
      expect.stringMatching(/^form document\/kinds\.yaml:\d+ –: .*"plans"/),
    ])
  })

  test('a name that is given twice', async () => {
    const { faults } = await withFamily(GOOD.replace('cats/counted', 'organisations/total'))
    expect(faults).toContainEqual(
      expect.stringMatching(
        /^form indicators\/zzz\.yaml:6 organisations\/total: .* stands at indicators\/organisations\.yaml:\d+ as well/,
      ),
    )
  })

  test('measures that leave a number without one', async () => {
    const folder = await changedRules('measures.yaml', source =>
      source.replace("match: ['[#Quantity]']", "match: ['[#Count]']"),
    )
    const { complete, faults } = await faultsOf(folder)
    expect([complete, faults]).toEqual([
      false,
      [expect.stringContaining('the last measure leaves numbers without one')],
    ])
  })
})

describe('patterns', () => {
  test.each([
    ['[#Quantity] #Cat', 'pattern', 'unknown tag #Cat'],
    ['#Organisation meo', 'pattern', 'marks no number'],
    ['/(a+)+$/ [#Quantity]', 'pattern', 'it repeats a group (+)'],
    ['[#Quantity] . * #Organisation * meo * meo', 'time', 'may take'],
  ])('%s', async (pattern, check, found) => {
    const { faults } = await withFamily(
      GOOD.replace("'[#Quantity] #Organisation meo'", `['[#Quantity] #Organisation meo', '${pattern}']`),
    )
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${check} indicators/zzz\\.yaml:7 cats/counted: `))])
    expect(faults[0]).toContain(found)
  })
})

describe('examples', () => {
  test('one that is read as something else is named with what it is read as, and by which rule', async () => {
    const { faults } = await withFamily(GOOD.replace("['có [12]", "['thành lập mới [5] hợp tác xã', 'có [12]"))
    expect(faults).toEqual([
      'example indicators/zzz.yaml:9 cats/counted: "thành lập mới [5] hợp tác xã" is read as organisations_new by organisations_new/founded-before | cats',
    ])
  })

  test('a counter-example that the rule reads', async () => {
    const { faults } = await withFamily(`${GOOD}      counterExamples: ['[3] hợp tác xã mèo']\n`)
    expect(faults).toEqual([
      expect.stringContaining('counter-example indicators/zzz.yaml:10 cats/counted: "[3] hợp tác xã mèo" is read'),
    ])
  })

  test('a rule that reads none of its examples is dead', async () => {
    const { faults } = await withFamily(`${GOOD}    - id: cats/dogs
      match: 'cho [#Quantity]'
      examples: ['[7] %']
`)
    expect(faults).toContainEqual(expect.stringMatching(/^dead indicators\/zzz\.yaml:10 cats\/dogs: /))
  })

  test('a rule whose examples others read first is shadowed, and they are named', async () => {
    const { faults } = await withFamily(`${GOOD}    - id: cats/again
      match: '[#Quantity] #Organisation meo'
      examples: ['có [12] hợp tác xã mèo']
`)
    expect(faults).toEqual([
      'shadowed indicators/zzz.yaml:10 cats/again: shadowed: all its examples are read by cats/counted (priority 90), before this rule (priority 50) | that this rule reads one at least',
    ])
  })

  test('measures and numbers that are no statistics are run as well', async () => {
    const folder = await changedRules(
      'numerals.yaml',
      source =>
        `${source}- {id: other/again, class: other, match: '[#Number] #UnitOfNoInterest', examples: ['tại [11] huyện']}\n`,
    )
    expect((await faultsOf(folder)).faults).toEqual([
      expect.stringMatching(
        /^shadowed numerals\.yaml:\d+ other\/again: shadowed: all its examples are read by other\/places \(rule \d+\)/,
      ),
    ])
  })
})
