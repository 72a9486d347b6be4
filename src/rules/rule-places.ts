import { type RuleFile, readRuleFiles } from './rule-files.ts'
import { isForm } from './rule-set.ts'

/** Where a rule stands. */
export interface RulePlace {
  /** Below the folder of rules. */
  readonly file: string
  readonly line: number
}

const WITH_RULES = /^(?:indicators\/|measures\.yaml$|numerals\.yaml$)/
const ID = /(?:^|[\s{,-])id:\s*["']?([a-z0-9_]+(?:[/-][a-z0-9_-]+)*)/

/** Where the rules stand that records are read by. Found by their ids, line by line: rules that are loaded have passed their schema. */
export const rulePlaces = (files: readonly RuleFile[]): ReadonlyMap<string, RulePlace> => {
  const places = new Map<string, RulePlace>()
  for (const { name, source } of files) {
    const form = isForm(name)
    if (!form && !WITH_RULES.test(name)) continue
    let prefix: string | null = null
    for (const [i, line] of source.split('\n').entries()) {
      const id = line.trimStart().startsWith('#') ? undefined : ID.exec(line)?.[1]
      if (id === undefined) continue
      if (form && prefix === null) prefix = id
      else places.set(prefix === null ? id : `${prefix}/${id}`, { file: name, line: i + 1 })
    }
  }
  return places
}

/** @throws where the folder cannot be read */
export const rulePlacesIn = (folder: string): ReadonlyMap<string, RulePlace> => rulePlaces(readRuleFiles(folder))
