import { z } from 'zod'
import { AreaLevel, Comparator, Measure, Per, Period, Sector, Status, Subject, Unit } from './codes.ts'
import { Evidence, Span } from './place.ts'

export const Area = z.object({ code: z.string().nullable(), name: z.string(), level: AreaLevel })
export type Area = z.infer<typeof Area>

/** Where the value of one attribute was taken from, nearest first. */
export const Origin = z.enum([
  'rule',
  'number',
  'counter',
  'clause',
  'sentence',
  'figure',
  'lead-in',
  'paragraph',
  'heading',
  'column',
  'row',
  'caption',
  'document',
  'learned',
  'default',
])
export type Origin = z.infer<typeof Origin>

/**
 * Why an attribute has its value: the place it was read from, and the rule that read it there. `contradicted` is the value
 * that what was learned from labelled documents speaks for instead.
 */
export const Reason = Span.partial().extend({
  from: Origin,
  rule: z.string().optional(),
  text: z.string().optional(),
  contradicted: z.string().optional(),
})
export type Reason = z.infer<typeof Reason>

export const EXPLAINED = [
  'value',
  'unit',
  'measure',
  'subject',
  'indicator',
  'sector',
  'comparator',
  'per',
  'period',
  'status',
] as const
export type ExplainedAttribute = (typeof EXPLAINED)[number]

export const Because = z.partialRecord(z.enum(EXPLAINED), Reason)
export type Because = z.infer<typeof Because>

/** Another reading of the same number that the text allows too. */
export const Alternative = z.object({ value: z.number(), text: z.string() })
export type Alternative = z.infer<typeof Alternative>

/** One statistic as it was read, before anything was checked. A range has `min` and `max` in place of `value`. */
export const ReadObservation = z.object({
  id: z.string(),
  subject: Subject,
  indicator: z.string().regex(/^[a-z][a-z0-9_]*$/),
  sector: Sector.nullable(),
  measure: Measure,
  value: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  comparator: Comparator,
  unit: Unit,
  per: z.array(Per),
  period: Period.nullable(),
  status: Status,
  area: Area.nullable(),
  source: z.string().nullable(),
  label: z.string(),
  qualifier: z.string().nullable(),
  evidence: Evidence,
  because: Because,
  alternatives: z.array(Alternative).optional(),
  confidence: z.number().min(0).max(1),
})
export type ReadObservation = z.infer<typeof ReadObservation>

/** One statistic stated by a document (SDMX: observation). */
export const Observation = ReadObservation.extend({
  /** How many independent checks that come out this number takes part in; 0: no check could verify it. */
  support: z.number().int().min(0),
})
export type Observation = z.infer<typeof Observation>
