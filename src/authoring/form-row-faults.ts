import { writingOf } from '../lex/lex-block.ts'
import { LexedCells } from '../observe/table/lexed-cells.ts'
import { formRowOf } from '../observe/table/match-form.ts'
import type { Form, FormRow } from '../rules/forms.ts'
import type { RuleFile } from '../rules/rule-files.ts'
import { isForm, type RuleSet } from '../rules/rule-set.ts'
import type { RuleFault } from './rule-fault.ts'

/**
 * Reads the labels and examples of all forms: each label and example is its own row's, a counter-example is no row's, and each
 * row's indicator is one of `rules/indicators/`.
 */
export const formRowFaults = (files: readonly RuleFile[], rules: RuleSet): RuleFault[] => {
  const cells = new LexedCells(rules, writingOf('', rules))
  return rules.forms.flatMap(form => {
    const file = files.find(({ name, source }) => isForm(name) && source.includes(`id: ${form.id}\n`))
    return [
      ...form.rows.flatMap(row => rowFaults(form, row, cells, file)),
      ...form.examples.flatMap(({ label, row }) => labelFaults(form, row, label, 'example', cells, file)),
      ...form.counterExamples.flatMap(label => counterFaults(form, label, cells, file)),
    ]
  })
}

const rowFaults = (form: Form, row: FormRow, cells: LexedCells, file: RuleFile | undefined): RuleFault[] => [
  ...(cells.rules.indicators.has(row.indicator)
    ? []
    : [
        fault(
          form,
          file,
          row.indicator,
          'form',
          `${row.id}: ${row.indicator} is no indicator`,
          'a code of rules/indicators/',
        ),
      ]),
  ...row.labels.flatMap(label => labelFaults(form, row.id, label, 'shadowed', cells, file)),
]

const labelFaults = (
  form: Form,
  row: string,
  label: string,
  check: 'example' | 'shadowed',
  cells: LexedCells,
  file: RuleFile | undefined,
): RuleFault[] => {
  const found = formRowOf(form, label, cells)
  if (found?.id === row) return []
  return [fault(form, file, label, check, `${JSON.stringify(label)} is ${found?.id ?? 'no row, or several'}`, row)]
}

const counterFaults = (form: Form, label: string, cells: LexedCells, file: RuleFile | undefined): RuleFault[] => {
  const found = formRowOf(form, label, cells)
  return found === null
    ? []
    : [fault(form, file, label, 'counter-example', `${JSON.stringify(label)} is ${found.id}`, 'no row')]
}

const fault = (
  form: Form,
  file: RuleFile | undefined,
  words: string,
  check: RuleFault['check'],
  found: string,
  expected: string,
): RuleFault => ({
  ...{ check, found, expected, rule: form.id, file: file?.name ?? 'forms/' },
  line: file === undefined ? 1 : file.source.slice(0, Math.max(0, file.source.indexOf(words))).split('\n').length,
  cure: 'change the labels of the rows until each has words that the others do not have',
})
