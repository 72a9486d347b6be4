import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Encoding, encodingOf } from './encoding.ts'
import { EncodingRules } from './encoding-schema.ts'

/** Below `rules/document/encodings/`, in the order in which they are tried. */
export const ENCODING_FILES = ['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'viqr']

let loaded: readonly Encoding[] | null = null

/** The encodings of `rules/document/encodings/`, read once. Throws when a file is missing or malformed. */
export const encodings = (): readonly Encoding[] => {
  loaded ??= ENCODING_FILES.map(name =>
    encodingOf(
      EncodingRules.parse(
        parse(readFileSync(new URL(`../../../rules/document/encodings/${name}.yaml`, import.meta.url), 'utf8')),
      ),
    ),
  )
  return loaded
}

/** The encoding that a font shows, by its name; the tag of a subset (`ABCDEF+`) and a leading `@` play no part. */
export const encodingOfFont = (font: string): { readonly encoding: Encoding; readonly capital: boolean } | null => {
  const name = font.replace(/^@/, '').replace(/^[A-Z]{6}\+/, '')
  const family = name.replace(/[-, ]*(?:Bold|Italic|Oblique|Regular|Normal|Condensed|MT)+[-, ]*/gi, '')
  const encoding = encodings().find(e => e.isFont(name))
  return encoding ? { encoding, capital: encoding.isCapitalFont(family) } : null
}
