import { z } from 'zod'
import { Flag } from './flag.ts'
import { NUMERAL_CLASSES } from './numerals.ts'
import { Observation } from './observation.ts'

/** What an observation says of the world; with one of these changed, it is another statement. */
export const STATED = [
  'subject',
  'indicator',
  'sector',
  'measure',
  'value',
  'min',
  'max',
  'comparator',
  'unit',
  'per',
  'period',
  'status',
  'area',
  'source',
  'label',
  'qualifier',
] as const
export type StatedAttribute = (typeof STATED)[number]

/** What a statement rests on. */
export const GROUNDS = ['evidence', 'because', 'alternatives', 'confidence', 'support'] as const
export type Ground = (typeof GROUNDS)[number]

/** One attribute with both its values; a value that is not there is null. */
const changeOf = <N extends z.ZodType>(name: N) => z.object({ name, before: z.unknown(), after: z.unknown() })

/** The same numeral, read another way. */
export const ChangedObservation = z.object({
  before: Observation,
  after: Observation,
  /** The attributes whose values differ, in the order of the contract. */
  stated: z.array(changeOf(z.enum(STATED))),
  grounds: z.array(changeOf(z.enum(GROUNDS))),
})
export type ChangedObservation = z.infer<typeof ChangedObservation>

/** The same check over the same numerals with another outcome: another severity, sum, suspect or suggestion. */
export const ChangedFlag = z.object({ before: Flag, after: Flag })
export type ChangedFlag = z.infer<typeof ChangedFlag>

/** A field of the document's head, or how it was read, with both values. */
export const HeaderChange = changeOf(z.string())
export type HeaderChange = z.infer<typeof HeaderChange>

/** Numerals of one class, `total` and `unexplained` among them, before and after; only where both differ. */
export const NumeralChange = z.object({
  class: z.enum(['total', ...NUMERAL_CLASSES, 'unexplained']),
  before: z.number().int(),
  after: z.number().int(),
})
export type NumeralChange = z.infer<typeof NumeralChange>

/** Parts of an extraction of which it is only said that they differ. */
export const OTHER_PARTS = ['text', 'repairs', 'outline', 'tables', 'messages', 'unexplained'] as const

const Engine = z.object({ version: z.string(), rules: z.string() })

/** Two extractions of one original. Nothing differs exactly where every list is empty. */
export const Comparison = z.object({
  sha256: z.string(),
  before: Engine,
  after: Engine,
  observations: z.object({
    /** How many each extraction holds. */
    before: z.number().int(),
    after: z.number().int(),
    gained: z.array(Observation),
    lost: z.array(Observation),
    changed: z.array(ChangedObservation),
  }),
  flags: z.object({ gained: z.array(Flag), lost: z.array(Flag), changed: z.array(ChangedFlag) }),
  header: z.array(HeaderChange),
  numerals: z.array(NumeralChange),
  other: z.array(z.enum(OTHER_PARTS)),
})
export type Comparison = z.infer<typeof Comparison>
