import { z } from 'zod'

/** Whose statistic it is. */
export const Subject = z.enum([
  'cooperative',
  'cooperative_union',
  'cooperative_group',
  'collective_economy',
  'credit_fund',
  'support_fund',
  'other',
])
export type Subject = z.infer<typeof Subject>

/** The branch of the economy, where a statement is about that branch only. */
export const Sector = z.enum([
  'agriculture',
  'industry',
  'construction',
  'credit',
  'trade',
  'transport',
  'environment',
  'other',
  'non_agriculture',
])
export type Sector = z.infer<typeof Sector>

/** What the number says of its indicator: the quantity itself, or how that stands to a whole, a plan, another period. */
export const Measure = z.enum(['level', 'share', 'plan_completion', 'change', 'multiple'])
export type Measure = z.infer<typeof Measure>

export const Comparator = z.enum(['eq', 'about', 'ge', 'gt', 'le', 'lt'])
export type Comparator = z.infer<typeof Comparator>

/** Unit of measure (SDMX: UNIT_MEASURE). Money is in đồng, percent as written. */
export const Unit = z.enum([
  'organisation',
  'person',
  'VND',
  'percent',
  'hectare',
  'class',
  'project',
  'product',
  'times',
  'other',
])
export type Unit = z.infer<typeof Unit>

/** What an average or a rate is taken over. */
export const Per = z.enum(['organisation', 'person', 'month', 'year'])
export type Per = z.infer<typeof Per>

export const Status = z.enum(['actual', 'estimate', 'target'])
export type Status = z.infer<typeof Status>

/**
 * A stretch of time, ISO 8601 calendar parts: `2019` (a year, or its end for stocks), `2019-01/2019-09` (the first nine
 * months), `2019-06-30` (as of a day), `2016/2020` (a span of years).
 */
export const Period = z.string().regex(/^\d{4}(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/)
export type Period = z.infer<typeof Period>

export const AreaLevel = z.enum(['country', 'province', 'district', 'commune'])
export type AreaLevel = z.infer<typeof AreaLevel>

export const Language = z.enum(['vi', 'en'])
export type Language = z.infer<typeof Language>

/** A text in both languages of the product. */
export const Bilingual = z.object({ vi: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof Bilingual>
