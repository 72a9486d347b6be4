import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { DocumentKind } from '../contract/index.ts'
import { fold } from '../repair/fold.ts'

const folder = new URL('../../rules/document/', import.meta.url)

/** Reads a file of `rules/document/`. Throws when the file is missing or does not fit the schema. */
const load = <T>(name: string, schema: z.ZodType<T>): T => {
  const result = schema.safeParse(parse(readFileSync(new URL(name, folder), 'utf8')))
  if (!result.success) throw new Error(`rules/document/${name}: ${z.prettifyError(result.error)}`)
  return result.data
}

const words = z.array(z.string().min(1))

const Kind = z.strictObject({ kind: DocumentKind, names: words, abbreviations: words })

const Format = z.strictObject({
  agencies: words,
  preamble: words,
  authorities: words,
  enacting: words,
  secrecy: words,
  positions: words,
  open: words,
  openBeforeName: words,
  openBeforeNumber: words,
  annexes: words,
})
export type Format = z.infer<typeof Format>

const References = z.strictObject({
  kinds: z.array(z.strictObject({ name: z.string(), bare: z.boolean().default(false) })),
  symbols: words,
  issuerStops: words,
  noDocument: words,
})

export const kinds = load('kinds.yaml', z.array(Kind))

export const format: Format = load('format.yaml', Format)

export const references = load('references.yaml', References)

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
