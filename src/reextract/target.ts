import type { Extraction } from '../contract/index.ts'
import { judgeAnew, shippedRules } from '../extract.ts'
import { RULES_FOLDER } from '../rules/rule-set.ts'
import { digestOf, type FileMeanings, meaningsOf, readRuleSetFiles } from '../rules/rule-set-files.ts'
import { readVersion } from '../version.ts'

/** The engine and rules that documents are to be read by. */
export interface Target {
  readonly engine: string
  readonly rules: string
  /** Null where the files are no longer those that were loaded: then nobody can tell what a change affects. */
  readonly meanings: FileMeanings | null
  /** See `judgeAnew`. */
  readonly judge: (extraction: Extraction) => Promise<Extraction>
}

/** What this program reads by. */
export const shippedTarget = (): Target => {
  const rules = shippedRules()
  const files = readRuleSetFiles(RULES_FOLDER)
  return {
    engine: readVersion(),
    rules: rules.digest,
    meanings: digestOf(files) === rules.digest ? meaningsOf(files) : null,
    judge: extraction => judgeAnew(extraction, rules),
  }
}
