import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { SyllableRules } from './syllable-schema.ts'

/** Read once at the start. Throws when the file is missing or malformed. */
export const syllableRules: SyllableRules = SyllableRules.parse(
  parse(readFileSync(new URL('../../../rules/document/syllables.yaml', import.meta.url), 'utf8')),
)

/** The words of a list. */
export const wordsOf = (list: string): string[] => list.split(/\s+/).filter(Boolean)
