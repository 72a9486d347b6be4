import type { Extraction } from '../contract/index.ts'
import { judgeAnew, shippedRules } from '../extract.ts'
import { RULES_FOLDER } from '../rules/rule-set.ts'
import { digestOf, type FileMeanings, meaningsOf, readRuleSetFiles } from '../rules/rule-set-files.ts'
import { readVersion } from '../version.ts'

/** The engine and rules that documents are to be read by. */
export interface Target {
  readonly engine: string
  readonly rules: string
  readonly meanings: FileMeanings
  /** See `judgeAnew`; null where this process must not be held up by it: what could be judged is read then. */
  readonly judge: ((extraction: Extraction) => Promise<Extraction>) | null
}

/** What the readers of this program read by. */
export const shippedTarget = (): Target => {
  const files = readRuleSetFiles(RULES_FOLDER)
  return { engine: readVersion(), rules: digestOf(files), meanings: meaningsOf(files), judge: null }
}

/** The same, for a process that has time to judge itself. */
export const judgingTarget = (): Target => {
  const target = shippedTarget()
  const rules = shippedRules()
  // files that were changed since the rules were loaded are not what this process would judge by
  return rules.digest === target.rules ? { ...target, judge: extraction => judgeAnew(extraction, rules) } : target
}
