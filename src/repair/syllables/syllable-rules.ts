import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

/** The tables of `rules/document/syllables.yaml`. Lists are words set apart by blanks. */
export const SyllableRules = z.strictObject({
  onsets: z.strictObject({ any: z.string(), front: z.string(), back: z.string() }),
  front: z.string(),
  rhymes: z.string(),
  others: z.string(),
  names: z.string(),
})
export type SyllableRules = z.infer<typeof SyllableRules>

/** Read once at the start. Throws when the file is missing or malformed. */
export const syllableRules: SyllableRules = SyllableRules.parse(
  parse(readFileSync(new URL('../../../rules/document/syllables.yaml', import.meta.url), 'utf8')),
)

/** The words of a list. */
export const wordsOf = (list: string): string[] => list.split(/\s+/).filter(Boolean)
