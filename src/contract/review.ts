import { z } from 'zod'
import { AgendaItem } from './agenda.ts'
import { Decision } from './decision.ts'
import { Reviewer } from './reviewer.ts'

const count = z.number().int().min(0)

/** Answer of a batch of decisions. */
export const DecisionsMade = z.object({
  version: z.string().describe('Of the records with these decisions; the ETag too.'),
  decisions: z.array(Decision),
})
export type DecisionsMade = z.infer<typeof DecisionsMade>

/** Which of the decisions on a document are asked for. */
export const DecisionHistoryQuery = z.object({
  after: z.coerce.number().int().min(0).default(0).describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})

/** Decisions on a document, in the order in which they were made. */
export const DecisionHistory = z.object({
  version: z.string(),
  decisions: z.array(Decision),
  undone: z.array(z.string()).describe('Those of them that do not stand.'),
  next: count.nullable().describe('Null on the last page.'),
})
export type DecisionHistory = z.infer<typeof DecisionHistory>

/** What has changed on a document since a version. */
export const ChangedSince = z.object({
  version: z.string().describe('The version of now.'),
  decisions: z.array(Decision).describe('Made since.'),
  reading: z.boolean().describe('The document was read anew, or is checked by other rules: look at its records again.'),
})
export type ChangedSince = z.infer<typeof ChangedSince>

export const AssignmentRequest = z.strictObject({
  who: Reviewer,
  minutes: z.number().int().min(1).max(480).default(30).describe('After these it ends by itself.'),
})
export type AssignmentRequest = z.infer<typeof AssignmentRequest>

/** A document that a reviewer has to himself for a time: others are answered 423 when they decide on it. */
export const Assignment = z.object({
  document: z.string(),
  who: z.string(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
})
export type Assignment = z.infer<typeof Assignment>

/** Why a document is next, what is worth most first. */
export const ReviewReason = z.enum([
  'errors',
  'machine-changed',
  'low-confidence',
  'new-layout',
  'sample',
  'errors-left',
])
export type ReviewReason = z.infer<typeof ReviewReason>

/**
 * How often records are wrong that nothing speaks against: of those picked at random and settled. `low` and `high` bound the rate
 * with 95 % confidence (Wilson’s interval).
 */
export const SampleRate = z.object({
  settled: count,
  wrong: count,
  rate: z.number().nullable().describe('Null as long as none is settled.'),
  low: z.number(),
  high: z.number(),
})
export type SampleRate = z.infer<typeof SampleRate>

/** What is to be reviewed next. */
export const ReviewNext = z.object({
  next: z
    .object({
      document: z.string(),
      version: z.string(),
      reason: ReviewReason,
      records: z
        .array(AgendaItem)
        .describe(
          'What is to be looked at, in the order of `agenda` of the records; for `sample` the random sample first, for ' +
            '`errors-left` of each open error a settled record that it is about.',
        ),
    })
    .nullable()
    .describe('Null: nothing is left to be reviewed.'),
  sample: SampleRate,
})
export type ReviewNext = z.infer<typeof ReviewNext>
