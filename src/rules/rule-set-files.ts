import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type RuleFile, readRuleFiles } from './rule-files.ts'

/** What was learned from labelled documents, and what the repair of damaged words goes by. */
export const LEARNED = 'learned/indicators.json'
const SYLLABLES = 'learned/syllables.json'

/** Everything that a rule set is made of: the YAML files of a folder in order of their names, then what was learned. */
export const readRuleSetFiles = (folder: string): RuleFile[] => [
  ...readRuleFiles(folder),
  ...[LEARNED, SYLLABLES].flatMap(name => {
    const path = join(folder, name)
    return existsSync(path) ? [{ name, source: readFileSync(path, 'utf8') }] : []
  }),
]

/** sha256 over the names and contents of the files: the name of the rule set. */
export const digestOf = (files: readonly RuleFile[]): string => {
  const hash = createHash('sha256')
  for (const { name, source } of files) hash.update(`${name}\0${source}\0`)
  return hash.digest('hex')
}

/** For each file, sha256 of what it says to a reader of documents. */
export type FileMeanings = Readonly<Record<string, string>>

/**
 * What each file of a rule set means: two files of one name with the same meaning read every document alike. Comments, layout and
 * the examples that prove a rule do not count; the order of rules does.
 */
export const meaningsOf = (files: readonly RuleFile[]): FileMeanings =>
  Object.fromEntries(files.map(file => [file.name, createHash('sha256').update(meaningOf(file)).digest('hex')]))

const meaningOf = ({ name, source }: RuleFile): string => {
  if (!name.endsWith('.yaml')) return source
  const content: unknown = parse(source)
  // the schemas of these know `examples` as examples only; files of document/ have words of their own
  return JSON.stringify(name.startsWith('document/') ? content : withoutExamples(content))
}

const withoutExamples = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutExamples)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) =>
      key === 'examples' || key === 'counterExamples' ? [] : [[key, withoutExamples(v)] as const],
    ),
  )
}
