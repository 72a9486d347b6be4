import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const character = z.string().length(1)

const CharacterRules = z.strictObject({
  replace: z.record(character, z.string().min(1)),
  remove: z.array(character),
  blank: z.array(character),
  lookAlike: z.record(character, character),
  tonePlacement: z.record(z.string().length(2), z.string().length(2)),
})
export type CharacterRules = z.infer<typeof CharacterRules>

/** The tables of `rules/document/characters.yaml`, read once at the start. Throws when the file is missing or malformed. */
export const characterRules: CharacterRules = CharacterRules.parse(
  parse(readFileSync(new URL('../../rules/document/characters.yaml', import.meta.url), 'utf8')),
)
