import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface RuleFile {
  /** Below the folder of rules, with strokes: `indicators/people.yaml`. */
  readonly name: string
  readonly source: string
}

/** Examples that no rule reads yet may stand beside the rules; they are none. */
export const DRAFTS = 'drafts'

/** The YAML files of a folder of rules, in order of their names. Throws where the folder cannot be read. */
export const readRuleFiles = (folder: string): RuleFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(f => f.endsWith('.yaml') && f.split(/[\\/]/, 1)[0] !== DRAFTS)
    .map(f => join(folder, f))
    .sort()
    .map(path => ({ name: relative(folder, path).replaceAll('\\', '/'), source: readFileSync(path, 'utf8') }))
