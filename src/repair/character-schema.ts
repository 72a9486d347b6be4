import { z } from 'zod'

const character = z.string().length(1)

/** The tables of `rules/document/characters.yaml`. */
export const CharacterRules = z.strictObject({
  replace: z.record(character, z.string().min(1)),
  remove: z.array(character),
  blank: z.array(character),
  lookAlike: z.record(character, character),
  tonePlacement: z.record(z.string().length(2), z.string().length(2)),
})
export type CharacterRules = z.infer<typeof CharacterRules>
