import { z } from 'zod'
import { AgendaItem } from './agenda.ts'
import { Decision } from './decision.ts'
import { Flag, Severity } from './flag.ts'
import { CurrentHeader } from './header.ts'
import { Observation } from './observation.ts'

const count = z.number().int().min(0)

/** A remark of a reviewer on a record or on the document. */
export const Note = z.object({ decision: z.string(), who: z.string(), when: z.iso.datetime(), text: z.string() })
export type Note = z.infer<typeof Note>

/**
 * One statistic as it holds now: the machine's observation, overlaid by the latest decision that stands. `confidence` is 1 once a
 * reviewer has settled it.
 */
export const CurrentRecord = Observation.extend({
  settledBy: z.enum(['machine', 'reviewer']).describe('`machine`: nobody has looked at it yet.'),
  decision: z.string().nullable().describe('The decision that holds.'),
  machine: z
    .object({
      observation: Observation.nullable().describe('Null: it finds nothing there.'),
      since: z.boolean().describe('It said otherwise when the decision was made: look again.'),
    })
    .nullable()
    .describe('What the machine says, where that is not what the record says.'),
  notes: z.array(Note),
})
export type CurrentRecord = z.infer<typeof CurrentRecord>

/** A decision that stands and whose place the text does not have any more. */
export const Detached = z.object({
  decision: Decision,
  record: Observation.nullable().describe('What the record was settled as.'),
})
export type Detached = z.infer<typeof Detached>

/**
 * A sum that does not come out with the figures as they are now. `raisedBy`: `machine`, it is there without any decision, too;
 * `correction`: it arises from decisions. `resolved`: it was there and is not any more.
 */
export const CurrentFlag = Flag.extend({
  raisedBy: z.enum(['machine', 'correction']),
  state: z.enum(['open', 'dismissed', 'resolved']),
  decision: z.string().nullable().describe('The decision that dismisses it.'),
})
export type CurrentFlag = z.infer<typeof CurrentFlag>

export const Progress = z.object({
  records: count.describe('All records, rejected ones among them.'),
  settled: count,
  openFlags: z.record(Severity, count),
})
export type Progress = z.infer<typeof Progress>

/** What is known of a document now: its header, records and flags, by machine and reviewers together. */
export const Records = z.object({
  document: z.string(),
  version: z.string().describe('What `If-Match` of a decision names; the same as the ETag, without quotes.'),
  engine: z.object({ version: z.string(), rules: z.string() }).describe('Of the machine’s reading.'),
  header: CurrentHeader,
  records: z.array(CurrentRecord).describe('In reading order.'),
  rejected: z.array(CurrentRecord),
  detached: z.array(Detached),
  flags: z.array(CurrentFlag).describe('In reading order; those that are resolved come last.'),
  notes: z.array(Note).describe('On the document.'),
  agenda: z
    .array(AgendaItem)
    .describe(
      'What is to be looked at, the likeliest wrong first, with the random sample mixed into what is doubtful.',
    ),
  progress: Progress,
})
export type Records = z.infer<typeof Records>
