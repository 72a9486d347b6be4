import { CheckFile, type CheckRule } from '../check/check-rule.ts'
import { indicatorsIn, parseFormula } from '../check/formula.ts'
import { isCheck } from '../check/parts.ts'
import { PROCEDURES } from '../check/procedures.ts'
import type { Flag } from '../contract/index.ts'
import { extract } from '../extract.ts'
import type { RuleFile } from '../rules/rule-files.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { checkYaml, type YamlPath } from '../rules/yaml.ts'
import type { RuleFault } from './rule-fault.ts'

/** How much of an example a fault quotes. */
const QUOTED = 80

export interface CheckedChecks {
  readonly faults: readonly RuleFault[]
  readonly rules: number
  readonly examples: number
}

/**
 * Runs the examples of `rules/checks/` through the whole of the engine: what fails has to be flagged by its rule, what holds
 * may raise no error and no warning. Formulas may only name indicators that there are.
 */
export const checkFaults = async (files: readonly RuleFile[], rules: RuleSet | null): Promise<CheckedChecks> => {
  const faults: RuleFault[] = []
  let counted = 0
  let examples = 0
  const seen = new Set<string>()
  for (const { name, source } of files.filter(f => isCheck(f.name))) {
    const { data, lineOf } = checkYaml(name, source, CheckFile)
    for (const [i, rule] of (data ?? []).entries()) {
      counted++
      const at = (path: YamlPath) => ({ file: name, line: lineOf([i, ...path]), rule: rule.id })
      if (seen.has(rule.id))
        faults.push({
          ...at([]),
          check: 'form',
          found: `${rule.id} stands twice`,
          expected: 'each name once',
          cure: 'rename one',
        })
      seen.add(rule.id)
      faults.push(
        ...nameFaults(rule, rules).map(fault => ({ ...at(['formula' in rule ? 'formula' : 'by']), ...fault })),
      )
      for (const kind of ['fails', 'holds'] as const)
        for (const [k, text] of rule.examples[kind].entries()) {
          examples++
          if (rules === null) continue
          const fault = exampleFault(rule, kind, text, await flagsOf(text, rules))
          if (fault !== null) faults.push({ ...at(['examples', kind, k]), ...fault })
        }
    }
  }
  return { faults, rules: counted, examples }
}

type Fault = Pick<RuleFault, 'check' | 'found' | 'expected' | 'cure'>

const nameFaults = (rule: CheckRule, rules: RuleSet | null): Fault[] => {
  if (!('formula' in rule))
    return PROCEDURES.has(rule.by)
      ? []
      : [
          {
            check: 'form',
            found: `by: ${rule.by}`,
            expected: `one of ${[...PROCEDURES].join(', ')}`,
            cure: 'correct the name, or write a formula',
          },
        ]
  if (rules === null) return []
  return [...indicatorsIn(parseFormula(rule.formula))]
    .filter(code => !rules.indicators.has(code))
    .map(code => ({
      check: 'form',
      found: `${code} is no indicator`,
      expected: 'a code of rules/indicators/, @ or parent',
      cure: 'correct the name',
    }))
}

const flagsOf = async (text: string, rules: RuleSet): Promise<readonly Flag[]> => {
  const result = await extract(new TextEncoder().encode(text), 'example.txt', undefined, rules)
  return result.ok ? result.extraction.flags : []
}

const exampleFault = (rule: CheckRule, kind: 'fails' | 'holds', text: string, flags: readonly Flag[]): Fault | null => {
  const quoted = JSON.stringify(text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text)
  const raised = flags.map(f => `${f.check} (${f.severity}): ${f.expression}`).join('; ') || 'no flag'
  if (kind === 'fails')
    return flags.some(f => f.check === rule.id)
      ? null
      : {
          check: 'example',
          found: `${quoted} raises ${raised}`,
          expected: `a flag of ${rule.id}`,
          cure: 'look with `trichluc extract` at what is read in it',
        }
  return flags.every(f => f.severity === 'note' && f.check !== rule.id)
    ? null
    : {
        check: 'counter-example',
        found: `${quoted} raises ${raised}`,
        expected: 'neither an error nor a warning',
        cure: 'narrow the rule (within, failsWithin, weak)',
      }
}
