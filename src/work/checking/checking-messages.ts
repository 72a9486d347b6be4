import { z } from 'zod'
import type { Extraction, Observation } from '../../contract/index.ts'
import { Flag } from '../../contract/index.ts'
import type { MadeDraft, Settled } from '../../drafts/make-draft.ts'
import type { Codes } from '../../review/statement-issues.ts'

/** What the thread is asked: to check records of a document, or to make an example of one. Both sides are the same version of the program. */
export type CheckingJob =
  | {
      readonly is: 'check'
      readonly job: number
      readonly extraction: Extraction
      readonly records: readonly Observation[]
    }
  | { readonly is: 'draft'; readonly job: number; readonly settled: Settled }

/** What it says: what its rules know, once; then an answer to each job. */
export const CheckingReply = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('ready'),
    engine: z.object({ version: z.string(), rules: z.string() }),
    codes: z.custom<Codes>(value => typeof value === 'object' && value !== null && 'indicators' in value),
  }),
  z.object({
    is: z.literal('checked'),
    job: z.number(),
    flags: z.array(Flag),
    support: z.map(z.string(), z.number()),
  }),
  z.object({
    is: z.literal('drafted'),
    job: z.number(),
    made: z.custom<MadeDraft>(value => typeof value === 'object' && value !== null && 'ok' in value),
  }),
  z.object({ is: z.literal('fault'), job: z.number(), message: z.string(), stack: z.string() }),
])
export type CheckingReply = z.infer<typeof CheckingReply>
