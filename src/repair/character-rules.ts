import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { CharacterRules } from './character-schema.ts'

export type { CharacterRules }

/** The tables of `rules/document/characters.yaml`, read once at the start. Throws when the file is missing or malformed. */
export const characterRules: CharacterRules = CharacterRules.parse(
  parse(readFileSync(new URL('../../rules/document/characters.yaml', import.meta.url), 'utf8')),
)
