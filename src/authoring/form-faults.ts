import type { RuleFile } from '../rules/rule-files.ts'
import { checkYaml } from '../rules/yaml.ts'
import type { CataloguedRule, RuleCatalogue } from './rule-catalogue.ts'
import type { RuleFault } from './rule-fault.ts'
import { NEEDED, schemaOf } from './rule-schemas.ts'

/** What is wrong with the form of the files: bad YAML, what does not fit its schema, files that nothing reads or that are missing. */
export const formFaults = (files: readonly RuleFile[]): RuleFault[] => {
  const names = new Set(files.map(f => f.name))
  const missing = [
    ...NEEDED.filter(name => !names.has(name)),
    ...['lexicon/', 'indicators/'].filter(folder => !files.some(f => f.name.startsWith(folder))),
  ]
  return [
    ...missing.map(file =>
      fault(file, 1, 'the file is missing', 'all files of the shipped rules', 'copy it from there'),
    ),
    ...files.flatMap(({ name, source }): RuleFault[] => {
      const schema = schemaOf(name)
      if (schema === null)
        return [
          fault(
            name,
            1,
            'a file that nothing reads',
            'one of lexicon/, indicators/, document/ or a known name',
            'move or remove it',
          ),
        ]
      return checkYaml(name, source, schema).faults.map(f =>
        fault(name, f.line, f.fault, 'the form that docs/rules.md describes', 'correct it'),
      )
    }),
  ]
}

const fault = (file: string, line: number, found: string, expected: string, cure: string): RuleFault => ({
  check: 'form',
  file,
  line,
  rule: null,
  found,
  expected,
  cure,
})

/** Names that are given twice, and measures that leave a number without one. */
export const nameFaults = ({ rules, codes }: RuleCatalogue): RuleFault[] => {
  const faults: RuleFault[] = []
  const seen = new Map<string, string>()
  const once = (kind: string, name: string, place: { readonly file: string; readonly line: number }) => {
    const before = seen.get(`${kind} ${name}`)
    seen.set(`${kind} ${name}`, before ?? `${place.file}:${place.line}`)
    if (before !== undefined)
      faults.push({
        ...fault(
          place.file,
          place.line,
          `the ${kind} ${name} stands at ${before} as well`,
          'each name once',
          'rename one',
        ),
        rule: name,
      })
  }
  for (const { text, file, line } of codes) once('indicator', text, { file, line })
  for (const { id, kind, file, line } of rules) if (kind !== 'period') once(`${kind} rule`, id, { file, line })
  const last = rules.filter(r => r.kind === 'measure').at(-1)
  if (last && !last.patterns.some(p => p.text === '[#Quantity]')) faults.push(lastMeasure(last))
  return faults
}

const lastMeasure = ({ file, line, id }: CataloguedRule): RuleFault => ({
  ...fault(
    file,
    line,
    'the last measure leaves numbers without one',
    "match: '[#Quantity]'",
    'add a last rule that takes every number',
  ),
  rule: id,
})
