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

const Level = z.enum(['country', 'province', 'district', 'commune'])

const Agencies = z.strictObject({
  bodies: z.array(z.strictObject({ names: words, write: z.string(), level: Level.optional() })),
  branches: words,
  /** A `city` (thành phố) is of the level of a province or of a district, as its name tells. */
  units: z.array(z.strictObject({ names: words, level: z.enum([...Level.options, 'city']) })),
})

const Province = z.strictObject({
  name: z.string(),
  code: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  city: z.boolean().default(false),
  seat: z.string().optional(),
  variants: words.default([]),
})
export type Province = z.infer<typeof Province>

export const kinds = load('kinds.yaml', z.array(Kind))

export const format: Format = load('format.yaml', Format)

export const references = load('references.yaml', References)

export const agencies = load('agencies.yaml', Agencies)

export const provinces: readonly Province[] = load('provinces.yaml', z.array(Province))

export const periodWords = load(
  'periods.yaml',
  z.strictObject({
    reports: words,
    plans: words,
    either: words,
    programmes: words,
    sumsUp: words,
    carriesOut: words,
  }),
)

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
