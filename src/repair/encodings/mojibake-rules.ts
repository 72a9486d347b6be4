import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { Bilingual } from '../../contract/index.ts'

/** The conversions of `rules/document/encodings/mojibake.yaml`. */
export const MojibakeRules = z.array(
  z.strictObject({
    id: z.string(),
    label: Bilingual,
    /** What each letter or pair of letters became. */
    became: z.record(z.string().min(1).max(2), z.string().length(1)),
    /** Damaged words, and what they were. */
    examples: z.record(z.string(), z.string()),
  }),
)
export type Conversion = z.infer<typeof MojibakeRules>[number]

let loaded: readonly Conversion[] | null = null

/** Read once. Throws when the file is missing or malformed. */
export const conversions = (): readonly Conversion[] => {
  loaded ??= MojibakeRules.parse(
    parse(readFileSync(new URL('../../../rules/document/encodings/mojibake.yaml', import.meta.url), 'utf8')),
  )
  return loaded
}
