import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkRules } from '../../src/authoring/check-rules.ts'
import { tryPhrase } from '../../src/authoring/try-phrase.ts'
import { trialText } from '../../src/cli/format/trial.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { changedRules } from '../support/changed-rules.ts'
import { RULES } from '../support/phrase.ts'

const guide = readFileSync('docs/rules.md', 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(m => m[1] ?? '')

const sentence = /rules try '([^']+)'/.exec(guide)?.[1] ?? ''
const rule = (blocks('yaml')[0] ?? '').replaceAll(/^(?=.)/gm, '    ')

/** The shipped rules with the guide's rule behind the one that it names. */
const withRule = () =>
  changedRules('indicators/money.yaml', source =>
    source.replace(/(- id: budget_contribution\/paid\n(?: {6}.*\n)+)/, (_, before: string) => `${before}${rule}`),
  )

/** The lines of an output that a block of the guide shows; `…` stands for lines left out. */
const shown = (block: string) => block.split('\n').filter(line => line.trim() !== '' && line.trim() !== '…')

test('the sentence of the guide is read as it shows', () => {
  const output = trialText(tryPhrase(sentence, RULES)).split('\n')
  const [terms = '', number = ''] = blocks('text')
  for (const line of [...shown(terms), ...shown(number)]) expect(output).toContain(line)
})

test('with the rule of the guide it is read as it shows, and the rules have no fault', async () => {
  const folder = await withRule()
  expect((await checkRules(folder)).faults).toEqual([])
  const output = trialText(tryPhrase(sentence, loadRules(folder))).split('\n')
  for (const line of shown(blocks('text')[3] ?? '')) expect(output).toContain(line)
})
