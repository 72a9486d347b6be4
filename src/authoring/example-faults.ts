import type { RuleSet } from '../rules/rule-set.ts'
import { type ExampleReading, NO_PERIOD, readExample } from './read-example.ts'
import type { CataloguedRule, RuleCatalogue, Written } from './rule-catalogue.ts'
import type { RuleFault } from './rule-fault.ts'

/**
 * Runs every example and counter-example. Each example is read as its rule promises, no counter-example is read by its rule,
 * and each rule reads one of its examples at least: one that reads none is shadowed where other rules read them all, else dead.
 */
export const exampleFaults = (catalogue: RuleCatalogue, rules: RuleSet): RuleFault[] => {
  const ranks = new Map(catalogue.rules.map(r => [`${r.kind} ${r.id}`, r.rank]))
  return catalogue.rules.flatMap(rule => {
    const readings = rule.examples.map(example => readExample(rule.kind, example.text, rules))
    return [
      ...rule.examples.flatMap((example, i) => exampleFault(rule, example, readings[i])),
      ...rule.counterExamples.flatMap(example => counterFault(rule, example, rules)),
      ...unused(rule, readings, ranks),
    ]
  })
}

const quoted = ({ text }: Written) => JSON.stringify(text)

const exampleFault = (rule: CataloguedRule, example: Written, reading: ExampleReading | undefined): RuleFault[] => {
  if (reading?.value === rule.promises) return []
  const by = reading?.rule ? ` by ${reading.rule}` : ''
  return [
    {
      ...placed(rule, example.line),
      check: 'example',
      found: `${quoted(example)} is read as ${reading?.value ?? 'no such number'}${by}`,
      expected: rule.promises,
      cure: `see trichluc rules try ${quoted(example)}`,
    },
  ]
}

const counterFault = (rule: CataloguedRule, example: Written, rules: RuleSet): RuleFault[] => {
  const reading = readExample(rule.kind, example.text, rules)
  // a counter-example of a period names none
  if (rule.kind === 'period' ? reading.value === NO_PERIOD : reading.rule !== rule.id) return []
  return [
    {
      ...placed(rule, example.line),
      check: 'counter-example',
      found: `${quoted(example)} is read by this rule`,
      expected: 'any other reading',
      cure: 'narrow its patterns, or give it hasNot',
    },
  ]
}

/** A rule that reads none of its examples. Periods do not tell which rule read them. */
const unused = (
  rule: CataloguedRule,
  readings: readonly ExampleReading[],
  ranks: ReadonlyMap<string, string>,
): RuleFault[] => {
  if (rule.kind === 'period' || readings.some(r => r.rule === rule.id)) return []
  const others = [...new Set(readings.flatMap(r => r.rule ?? []))]
  const expected = 'that this rule reads one at least'
  if (readings.some(r => r.rule === null))
    return [
      {
        ...placed(rule, rule.line),
        check: 'dead',
        found: 'dead: it reads none of its examples',
        expected,
        cure: 'correct its patterns, or remove it',
      },
    ]
  const named = others.map(id => `${id} (${ranks.get(`${rule.kind} ${id}`) ?? 'unknown'})`).join(', ')
  return [
    {
      ...placed(rule, rule.line),
      check: 'shadowed',
      found: `shadowed: all its examples are read by ${named}, before this rule (${rule.rank})`,
      expected,
      cure: rule.kind === 'indicator' ? 'raise its priority, or remove it' : 'move it up, or remove it',
    },
  ]
}

const placed = ({ file, id }: CataloguedRule, line: number) => ({ file, line, rule: id })
