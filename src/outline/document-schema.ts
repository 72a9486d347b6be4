import { z } from 'zod'
import { DocumentKind } from '../contract/index.ts'

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

/** Words that tell what a title or a heading looks back or ahead to. */
const Periods = z.strictObject({
  reports: words,
  plans: words,
  either: words,
  programmes: words,
  sumsUp: words,
  carriesOut: words,
})

/** The files of `rules/document/` that this folder reads. */
export const DOCUMENT_FILES = {
  'kinds.yaml': z.array(Kind),
  'format.yaml': Format,
  'references.yaml': References,
  'agencies.yaml': Agencies,
  'provinces.yaml': z.array(Province),
  'periods.yaml': Periods,
} as const
