import { z } from 'zod'
import { EXPLAINED, Origin } from './observation.ts'
import { SampleRate } from './review.ts'

const count = z.number().int().min(0)

const Source = {
  attribute: z
    .enum([...EXPLAINED, 'number'])
    .describe('What was read; `number`: that it is a statistic at all, of those that were missed.'),
  origin: Origin.nullable().describe('Where it was taken from, where no rule read it.'),
  rule: z.string().nullable(),
}

/**
 * How often reviewers agree with what one rule reads: of the records that it gave an attribute to and that a reviewer has settled.
 * `corrected` counts those of which this very attribute was corrected.
 */
export const RuleAgreement = z.object({
  ...Source,
  place: z.object({ file: z.string(), line: z.number().int() }).nullable().describe('Where the rule stands in rules/.'),
  confirmed: count,
  corrected: count,
  rejected: count.describe('The record is no statistic. Speaks against rules only.'),
  wrong: SampleRate.describe('Corrected and rejected, of all.'),
})
export type RuleAgreement = z.infer<typeof RuleAgreement>

/** What reviewers have done, over all documents. Only decisions that stand count, of each record the latest. */
export const ReviewStatistics = z.object({
  documents: z.object({
    read: count,
    reviewed: count.describe('With decisions.'),
    uncounted: count.describe('Whose counts here are older than their decisions; they are counted anew bit by bit.'),
  }),
  records: z.object({ total: count, settled: count, open: count }),
  openFlags: z.object({ error: count, warning: count }),
  sample: SampleRate,
  missed: z.array(z.object({ indicator: z.string(), missed: count })).describe('Statistics that reviewers added.'),
  rules: z.array(RuleAgreement).describe('Those that are most often wrong first, by the lower bound.'),
})
export type ReviewStatistics = z.infer<typeof ReviewStatistics>

/** A record that a reviewer settled otherwise than a rule read it. */
export const Misreading = z.object({
  document: z.object({ id: z.string(), name: z.string(), number: z.string().nullable() }),
  record: z.string().nullable().describe('As it was named when the decision was made.'),
  quote: z.string(),
  read: z.unknown().describe('What the machine read; null where it missed the statistic.'),
  right: z.unknown().describe('What the reviewer settled; null where it is no statistic.'),
  who: z.string(),
  when: z.iso.datetime(),
})
export type Misreading = z.infer<typeof Misreading>

/** Which source is asked about, as `ReviewStatistics` names it. */
export const MisreadingQuery = z.object({
  attribute: Source.attribute,
  origin: Origin.optional(),
  rule: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const MisreadingList = z.object({ misreadings: z.array(Misreading) })
export type MisreadingList = z.infer<typeof MisreadingList>
