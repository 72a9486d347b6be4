import { type Problem, problem } from '../problem.ts'
import { loadRules, RULES_FOLDER, type RuleSet, rulesAlone } from '../rules/rule-set.ts'
import { RuleError } from '../rules/yaml.ts'
import { systemCause } from '../system-cause.ts'

export type OpenedRules =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Loads the rules of a folder, the shipped ones where none is named.
 * @param learned with what was learned beside them
 */
export const openRules = (folder: string = RULES_FOLDER, learned = false): OpenedRules => {
  try {
    const loaded = loadRules(folder)
    const rules = learned ? loaded : rulesAlone(loaded)
    // without a measure nothing can be read; a folder that holds no rules has none
    if (rules.measures.length > 0) return { ok: true, rules }
    const fault = 'there is no rule in it'
    return { ok: false, problem: problem('bad-rule', { file: 'measures.yaml', line: 1, fault }) }
  } catch (error) {
    if (error instanceof RuleError) {
      const { file, line, fault } = error
      return { ok: false, problem: problem('bad-rule', { file, line, fault }) }
    }
    const cause = systemCause(error)
    if (cause === null) throw error
    return { ok: false, problem: problem('unreadable-path', { path: folder, ...cause }) }
  }
}
