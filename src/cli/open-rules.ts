import { type Problem, problem } from '../problem.ts'
import { loadRules, RULES_FOLDER, type RuleSet } from '../rules/rule-set.ts'
import { RuleError } from '../rules/yaml.ts'
import { systemCause } from '../system-cause.ts'

export type OpenedRules =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly problem: Problem }

/** Loads the rules of a folder, the shipped ones where none is named. */
export const openRules = (folder: string = RULES_FOLDER): OpenedRules => {
  try {
    return { ok: true, rules: loadRules(folder) }
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
