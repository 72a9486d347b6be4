import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { codePage } from './code-page.ts'
import { type Encoding, encodingOf } from './encoding.ts'
import { EncodingRules } from './encoding-schema.ts'

/** Below `rules/document/encodings/`, in the order in which they are tried. */
export const ENCODING_FILES = ['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'viqr']

let rules: readonly EncodingRules[] | null = null
let loaded: readonly Encoding[] | null = null
let misread: readonly Encoding[] | null = null

const allRules = (): readonly EncodingRules[] => {
  rules ??= ENCODING_FILES.map(name =>
    EncodingRules.parse(
      parse(readFileSync(new URL(`../../../rules/document/encodings/${name}.yaml`, import.meta.url), 'utf8')),
    ),
  )
  return rules
}

/** The encodings of `rules/document/encodings/`, read once. Throws when a file is missing or malformed. */
export const encodings = (): readonly Encoding[] => {
  loaded ??= allRules().map(each => encodingOf(each))
  return loaded
}

/** The same encodings where programs read their bytes by another code page than windows-1252. Throws as `encodings`. */
export const misreadEncodings = (): readonly Encoding[] => {
  misread ??= allRules().flatMap(each => (each.misreadAs ?? []).map(name => encodingOf(each, codePage(name))))
  return misread
}

/** The encoding that a font shows, by its name; the tag of a subset (`ABCDEF+`) and a leading `@` play no part. */
export const encodingOfFont = (font: string): { readonly encoding: Encoding; readonly capital: boolean } | null => {
  const name = font.replace(/^@/, '').replace(/^[A-Z]{6}\+/, '')
  const family = name.replace(/[-, ]*(?:Bold|Italic|Oblique|Regular|Normal|Condensed|MT)+[-, ]*/gi, '')
  const encoding = encodings().find(e => e.isFont(name))
  return encoding ? { encoding, capital: encoding.isCapitalFont(family) } : null
}
