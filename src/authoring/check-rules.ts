import { type RuleFile, readRuleFiles } from '../rules/rule-files.ts'
import { loadRules, RULES_FOLDER, type RuleSet, rulesAlone } from '../rules/rule-set.ts'
import { formFaults, nameFaults } from './form-faults.ts'
import { patternFaults } from './pattern-faults.ts'
import { catalogueOf, type RuleCatalogue } from './rule-catalogue.ts'
import type { RuleFault } from './rule-fault.ts'

export interface CheckedRules {
  readonly faults: readonly RuleFault[]
  readonly rules: number
  readonly patterns: number
  readonly examples: number
  /** Whether the examples were run: rules that cannot be loaded can read none. */
  readonly complete: boolean
}

/**
 * Checks all rules of a folder: the form of the files, names, patterns and their time, then every example.
 * @throws where the folder cannot be read
 */
export const checkRules = async (folder: string = RULES_FOLDER): Promise<CheckedRules> => {
  const files = readRuleFiles(folder)
  const form = formFaults(files)
  const catalogue = catalogueOf(files)
  // a tag of a lexicon that cannot be read is not unknown
  const readable = form.every(f => !f.file.startsWith('lexicon/'))
  const still = [...form, ...nameFaults(catalogue), ...(readable ? patternFaults(catalogue) : [])]
  const complete = still.every(f => f.check === 'time')
  // the reading of phrases loads rules/document/ with its modules, which must not stop a check of these very files
  const loaded = complete ? loadRules(folder) : null
  const examples = loaded === null ? [] : await readFaults(files, catalogue, rulesAlone(loaded))
  const { checkFaults } = await import('./check-faults.ts')
  const checks = await checkFaults(files, loaded)
  const { rules } = catalogue
  return {
    faults: [...still, ...examples, ...checks.faults].sort((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    ),
    rules: rules.length + checks.rules,
    patterns: rules.reduce((sum, r) => sum + r.patterns.length, 0),
    examples: rules.reduce((sum, r) => sum + r.examples.length + r.counterExamples.length, checks.examples),
    complete,
  }
}

const readFaults = async (
  files: readonly RuleFile[],
  catalogue: RuleCatalogue,
  rules: RuleSet,
): Promise<readonly RuleFault[]> => {
  const [{ exampleFaults }, { formRowFaults }] = await Promise.all([
    import('./example-faults.ts'),
    import('./form-row-faults.ts'),
  ])
  return [...exampleFaults(catalogue, rules), ...formRowFaults(files, rules)]
}
