import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { DocumentKind } from '../contract/index.ts'
import { fold } from '../repair/fold.ts'
import { DOCUMENT_FILES, type Format, type Province } from './document-schema.ts'

export type { Format, Province }

const folder = new URL('../../rules/document/', import.meta.url)

/** Reads a file of `rules/document/`. Throws when the file is missing or does not fit the schema. */
const load = <N extends keyof typeof DOCUMENT_FILES>(name: N): z.output<(typeof DOCUMENT_FILES)[N]> => {
  const result = DOCUMENT_FILES[name].safeParse(parse(readFileSync(new URL(name, folder), 'utf8')))
  if (!result.success) throw new Error(`rules/document/${name}: ${z.prettifyError(result.error)}`)
  return result.data as z.output<(typeof DOCUMENT_FILES)[N]>
}

export const kinds = load('kinds.yaml')

export const format: Format = load('format.yaml')

export const references = load('references.yaml')

export const agencies = load('agencies.yaml')

export const provinces: readonly Province[] = load('provinces.yaml')

export const periodWords = load('periods.yaml')

/** Document kind by the folded name of its type line (`ke hoach`). */
export const kindByName: ReadonlyMap<string, DocumentKind> = new Map(
  kinds.flatMap(({ kind, names }) => names.map(name => [fold(name), kind] as const)),
)

/** Document kind by the folded abbreviation in a symbol (`kh`); a name that two kinds share goes to the first. */
export const kindByAbbreviation: ReadonlyMap<string, DocumentKind> = new Map(
  kinds.flatMap(({ kind, abbreviations }) => abbreviations.map(name => [name, kind] as const)),
)

/** A pattern for any of the folded phrases, the longest first, as a whole word at the place where it is tried. */
export const anyOf = (phrases: readonly string[]): string =>
  `(?:${[...phrases].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\d])`
