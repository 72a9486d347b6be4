import { z } from 'zod'
import { Bilingual, Measure, NUMERAL_CLASSES, Per, Subject, Unit } from '../contract/index.ts'

const OneOrMore = z.union([z.string().transform(s => [s]), z.array(z.string()).min(1)])
const RuleId = z.string().regex(/^[a-z0-9_]+(?:\/[a-z0-9-]+)*$/)

/** Phrases with the number in question in square brackets: `[29] hợp tác xã thành lập mới`. */
const Phrase = z.string().refine(s => /\[[^\]]+\]/.test(s), 'mark the number with square brackets')

const Explained = {
  examples: z.array(Phrase).min(1),
  counterExamples: z.array(Phrase).default([]),
}

/** A number that is no statistic (rules/numerals.yaml). */
export const NotStatisticRule = z.strictObject({
  id: RuleId,
  class: z.enum(NUMERAL_CLASSES).exclude(['observation']),
  match: OneOrMore,
  ...Explained,
})
export type NotStatisticRule = z.infer<typeof NotStatisticRule>

/** What a number says of its figure (rules/measures.yaml). */
export const MeasureRule = z.strictObject({
  id: RuleId,
  measure: Measure,
  match: OneOrMore,
  /** `figure`: it qualifies the figure before it; `own`: its own words name its indicator. */
  of: z.enum(['figure', 'own']),
  /** A decrease is a negative change. */
  negative: z.boolean().default(false),
  /** What has to be added to the number as written (`vượt 5% kế hoạch` is 105 % of the plan). */
  adds: z.number().default(0),
  ...Explained,
})
export type MeasureRule = z.infer<typeof MeasureRule>

/** One way to say an indicator. */
export const IndicatorRule = z.strictObject({
  id: RuleId,
  match: OneOrMore,
  /** Patterns of which one must stand anywhere in the number's own words. */
  has: OneOrMore.optional(),
  hasNot: OneOrMore.optional(),
  /** Patterns of which one must stand in the lead-in or a heading above. */
  under: OneOrMore.optional(),
  /** Patterns of which one must stand in the number's own words or above them. */
  about: OneOrMore.optional(),
  /** The higher wins; 0 marks a default that gives way to the figure before it. */
  priority: z.number().int().min(0).max(100).default(50),
  /** The subject that these words imply, whatever is named beside them. */
  subject: Subject.optional(),
  /** A counter of another unit that means this indicator's here (`thành viên` of a union are cooperatives). */
  counted: Unit.optional(),
  /** The unit of the record, where it is not the indicator's own (land in square metres). */
  unit: Unit.optional(),
  ...Explained,
})
export type IndicatorRule = z.infer<typeof IndicatorRule>

export const Indicator = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: Bilingual,
  unit: Unit,
  /** How it adds up over time: a stock is taken at a moment, a flow over a stretch, a mean is neither. */
  kind: z.enum(['stock', 'flow', 'mean']),
  /** What the indicator is an average over, whether the words say so again or not. */
  per: z.array(Per).default([]),
  rules: z.array(IndicatorRule).min(1),
})
export type Indicator = z.infer<typeof Indicator>

export const NotStatisticFile = z.array(NotStatisticRule)
export const MeasureFile = z.array(MeasureRule)
export const IndicatorFile = z.array(Indicator)
