import { expect, test } from 'vitest'
import { checkFaults } from '../../src/authoring/check-faults.ts'
import { checkRules } from '../../src/authoring/check-rules.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { changedRules } from '../support/changed-rules.ts'

const rule = (changes: Readonly<Record<string, string>>) => {
  const parts = {
    formula: 'organisations = organisations_active + organisations_suspended',
    fails: "['Năm 2021 có 290 hợp tác xã, trong đó 262 hợp tác xã đang hoạt động, 26 hợp tác xã ngừng hoạt động.']",
    holds: "['Năm 2021 có 288 hợp tác xã, trong đó 262 hợp tác xã đang hoạt động, 26 hợp tác xã ngừng hoạt động.']",
    ...changes,
  }
  return `- id: cats
  severity: error
  formula: '${parts.formula}'
  message: {vi: Sai, en: Wrong}
  examples:
    fails: ${parts.fails}
    holds: ${parts.holds}
`
}

const faultsOf = async (source: string) => {
  const rules = loadRules(await changedRules('checks/counts.yaml', () => source))
  const { faults } = await checkFaults([{ name: 'checks/counts.yaml', source }], rules)
  return faults.map(f => `${f.check} ${f.file}:${f.line} ${f.rule}: ${f.found} | ${f.expected}`)
}

test('a check whose examples do what they should has no fault', async () => {
  expect(await faultsOf(rule({}))).toEqual([])
})

test('a formula that cannot be read is a fault of the form, with its line', async () => {
  const folder = await changedRules('checks/counts.yaml', () => rule({ formula: 'organisations = members[last year]' }))
  const { faults, complete } = await checkRules(folder)
  expect(complete).toBe(false)
  expect(faults).toContainEqual(
    expect.objectContaining({
      check: 'form',
      file: 'checks/counts.yaml',
      found: expect.stringContaining('[last year]'),
    }),
  )
})

test('a name that is no indicator, and an example that raises nothing', async () => {
  expect(await faultsOf(rule({ formula: 'organisations = cats + organisations_suspended' }))).toEqual([
    expect.stringMatching(/^form checks\/counts\.yaml:3 cats: cats is no indicator \| a code/),
    expect.stringMatching(/^example checks\/counts\.yaml:6 cats: ".*" raises no flag \| a flag of cats$/),
  ])
})

test('an example that should be passed in silence and is not', async () => {
  const text = "['Năm 2021 có 290 hợp tác xã, trong đó 262 hợp tác xã đang hoạt động, 26 hợp tác xã ngừng hoạt động.']"
  expect(await faultsOf(rule({ holds: text }))).toEqual([
    expect.stringMatching(
      /^counter-example checks\/counts\.yaml:7 cats: .* raises cats \(error\): 262 \+ 26 = 288 ≠ 290 \|/,
    ),
  ])
})

test('a rule that calls a procedure which there is not', async () => {
  const source = rule({}).replace(/ {2}formula: .*/, '  by: cats-and-dogs')
  expect(await faultsOf(source)).toContainEqual(
    expect.stringMatching(/^form .*: by: cats-and-dogs \| one of .*list-sum/),
  )
})

test('a rule that stands twice', async () => {
  expect(await faultsOf(rule({}) + rule({}))).toContainEqual(expect.stringMatching(/^form .*cats stands twice/))
})
