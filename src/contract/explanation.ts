import { z } from 'zod'
import { NUMERAL_CLASSES } from './numerals.ts'
import { EXPLAINED, Origin, ReadObservation } from './observation.ts'
import { Span } from './place.ts'

/** Words of the document and where they stand: lines and columns count from 1, columns in UTF-16 units. */
export const Words = Span.extend({ text: z.string(), line: z.number().int().min(1), column: z.number().int().min(1) })
export type Words = z.infer<typeof Words>

/** A rule as it took part: the pattern of it that was matched. */
export const RuleUsed = z.object({ id: z.string(), pattern: z.string().nullable() })
export type RuleUsed = z.infer<typeof RuleUsed>

const Value = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.object({ min: z.number(), max: z.number() }),
  z.null(),
])

/** Why one attribute of an observation has its value. */
export const AttributeReason = z.object({
  attribute: z.enum(EXPLAINED),
  value: Value,
  from: Origin,
  rule: RuleUsed.nullable(),
  words: Words.nullable().describe('What was read; null where no words said it.'),
  contradicted: z
    .string()
    .nullable()
    .describe('The value that what was learned from labelled documents speaks for instead.'),
})
export type AttributeReason = z.infer<typeof AttributeReason>

/** What the confidence rests on: how often such readings of each attribute were right on the labelled documents. */
export const ConfidenceReason = z.object({
  value: z.number(),
  product: z.number().describe('The product of the precisions; a measured curve brings it to the value.'),
  precisions: z.array(
    z.object({
      attribute: z.enum(EXPLAINED),
      origin: z.string().describe('Where the attribute was taken from, as far as it was measured.'),
      rule: z.string().nullable(),
      precision: z.number(),
    }),
  ),
})
export type ConfidenceReason = z.infer<typeof ConfidenceReason>

const RuleTried = z.object({
  rule: z.string(),
  indicator: z.string(),
  pattern: z.string(),
  priority: z.number(),
  in: z
    .enum(['own', 'lead', 'context'])
    .describe('The words that it was tried on: the figure’s own, with its label, or with a heading.'),
})

/** An indicator rule that matches the number’s words. */
export const Candidate = RuleTried.extend({
  score: z.number().describe('Its priority, less one for each term that wildcards skipped.'),
  chosen: z.boolean(),
  words: Words.nullable(),
})
export type Candidate = z.infer<typeof Candidate>

/** An indicator rule that does not match, and where it stopped. */
export const NearMiss = RuleTried.extend({
  matched: z.number().int().describe('How many elements of the pattern matched; wildcards do not count.'),
  of: z.number().int(),
  stop: z
    .object({
      side: z.enum(['target', 'before', 'after']).describe('At the number itself, or on this side of it.'),
      expected: z
        .string()
        .describe('The element of the pattern, in its syntax; `^` or `$` where only the end did not hold.'),
      words: Words.nullable().describe('What stands there instead; null where the words came to their end.'),
      elsewhere: Words.nullable().describe('Where what was expected stands all the same, out of reach.'),
    })
    .nullable(),
  condition: z
    .object({
      name: z.enum(['unit', 'has', 'hasNot', 'under', 'about']),
      expected: z.array(z.string()),
      found: z.string().nullable(),
    })
    .nullable()
    .describe('The pattern matches, and this condition of the rule does not hold.'),
})
export type NearMiss = z.infer<typeof NearMiss>

export const ACCOUNTS = [
  'statistic',
  'rule',
  'period',
  'reference',
  'running-line',
  'marker',
  'head',
  'foot',
  'table-head',
  'table-row',
  'no-number',
  'no-block',
] as const

/** Why a numeral of a document is what it is, and why it is nothing else. */
export const Explanation = z.object({
  numeral: Words,
  page: z.number().int().min(1).nullable(),
  class: z.enum(NUMERAL_CLASSES).nullable().describe('Null: nothing accounts for it, it is unexplained.'),
  account: z.object({
    as: z
      .enum(ACCOUNTS)
      .describe(
        'What accounts for it: a statistic, a rule of rules/numerals.yaml, a period, a reference, a running head or page number, an outline marker, the head or foot of the document. Unexplained: a row of a table, a writing that is no number, a place that is read as no block.',
      ),
    rule: RuleUsed.nullable(),
    words: Words.nullable(),
  }),
  above: z.array(Words).describe('Lead-in and headings above, nearest first.'),
  figure: Words.nullable().describe('The figure’s own words, which rules look at first.'),
  observation: ReadObservation.nullable(),
  attributes: z.array(AttributeReason),
  confidence: ConfidenceReason.nullable(),
  candidates: z.array(Candidate).describe('The rules that match, in the order in which they were asked, best first.'),
  nearMisses: z
    .array(NearMiss)
    .describe('For a statistic whose indicator is a default: the rules that came nearest, the nearest first.'),
  engine: z.object({ version: z.string(), rules: z.string() }),
})
export type Explanation = z.infer<typeof Explanation>
