import { z } from 'zod'

/** The tables of `rules/document/syllables.yaml`. Lists are words set apart by blanks, phrases by commas. */
export const SyllableRules = z.strictObject({
  onsets: z.strictObject({ any: z.string(), front: z.string(), back: z.string() }),
  front: z.string(),
  rhymes: z.string(),
  others: z.string(),
  names: z.string(),
  phrases: z.string(),
  abbreviations: z.string(),
})
export type SyllableRules = z.infer<typeof SyllableRules>
