import { z } from 'zod'
import { Severity } from './flag.ts'
import { HeaderChanges, SettledFields } from './header.ts'
import { Observation } from './observation.ts'
import { Box, Span } from './place.ts'
import { Reviewer } from './reviewer.ts'
import { Changes, NewStatement } from './statement.ts'
import { words } from './words.ts'

/**
 * A place of a document in a form that outlasts another reading of it: the stretch, the text as read that its offsets point into, and
 * the words there and around it.
 */
export const Anchor = Span.extend({
  text: z.string().describe('SHA-256 of the text as read, in UTF-16 (little-endian).'),
  record: z.string().nullable().describe('The record that stood there then.'),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
})
export type Anchor = z.infer<typeof Anchor>

/** A flag by what it is about: its check, over its figures as they were. One without figures is told by its places. */
export const FlagAnchor = z.object({
  check: z.string(),
  severity: Severity,
  expression: z.string(),
  figures: z.array(
    z.object({ anchor: Anchor, value: z.number().nullable(), min: z.number().nullable(), max: z.number().nullable() }),
  ),
  evidence: z.array(Anchor),
})
export type FlagAnchor = z.infer<typeof FlagAnchor>

/** What a decision took the place of: the decision that stood before it, or the machine's observation. */
export const Replaced = z.object({ decision: z.string().nullable(), observation: Observation })
export type Replaced = z.infer<typeof Replaced>

const Made = {
  id: z.string(),
  document: z.string(),
  version: z.number().int().min(1).describe('Which decision on this document it is, counted from 1.'),
  who: z.string(),
  when: z.iso.datetime(),
  why: z.string().nullable(),
  engine: z.object({ version: z.string(), rules: z.string() }).describe('Of the reading that it was made on.'),
}

const First = z
  .number()
  .int()
  .min(1)
  .nullable()
  .optional()
  .describe(
    'The first decision on the same record, by its version, whatever text that was made on and whether it stands; null where there was none. Left out of decisions of before.',
  )

const OfRecord = {
  ...Made,
  anchor: Anchor,
  first: First,
  replaced: Replaced,
  machine: Observation.nullable().describe('What the machine said then; null where it had found nothing.'),
  sampled: z
    .boolean()
    .optional()
    .describe(
      'The record was of the random sample when it was settled first. Decisions of before this was kept say nothing.',
    ),
}

/** A decision that gives a record its form (statistical data editing: accepting, editing, imputing what an edit rule asks for). */
const Settling = { ...OfRecord, settled: Observation }

/** A decision as it is kept. Rows are only ever added: also undoing is a decision. */
export const Decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirm'), ...Settling }),
  z.object({ kind: z.literal('correct'), ...Settling }),
  z.object({ kind: z.literal('accept-suggestion'), ...Settling, flag: FlagAnchor }),
  z.object({ kind: z.literal('add'), ...Settling, replaced: z.null(), machine: z.null() }),
  z.object({ kind: z.literal('reject'), ...OfRecord }),
  z.object({
    kind: z.literal('correct-document'),
    ...Made,
    header: SettledFields,
  }),
  z.object({ kind: z.literal('note'), ...Made, anchor: Anchor.nullable(), first: First }),
  z.object({ kind: z.literal('dismiss'), ...Made, flag: FlagAnchor }),
  z.object({ kind: z.literal('undo'), ...Made, undoes: z.string() }),
])
export type Decision = z.infer<typeof Decision>
export type DecisionKind = Decision['kind']
/** A decision on what a record is: the latest that stands holds. */
export type RecordDecision = Extract<Decision, { machine: unknown }>

const Why = z.string().trim().min(1).max(2000)
const Id = z.string().max(200)

/** Where a missed statistic stands: its words in the text, or a box on a page with what is to be read there. */
export const AddedPlace = z.union([
  z.strictObject({ start: Span.shape.start, end: Span.shape.end }),
  z.strictObject({ page: z.number().int().min(1), box: Box, quote: words(500) }),
])
export type AddedPlace = z.infer<typeof AddedPlace>

/** A decision as a reviewer asks for it, on the records and flags of the version that he names. */
export const DecisionRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm'), record: Id, why: Why.optional() }),
  z.strictObject({ kind: z.literal('correct'), record: Id, changes: Changes, why: Why.optional() }),
  z.strictObject({ kind: z.literal('reject'), record: Id, why: Why.optional() }),
  z.strictObject({ kind: z.literal('add'), place: AddedPlace, statement: NewStatement, why: Why.optional() }),
  z.strictObject({ kind: z.literal('correct-document'), changes: HeaderChanges, why: Why.optional() }),
  z.strictObject({
    kind: z.literal('note'),
    record: Id.nullable().default(null).describe('Null: on the document.'),
    why: Why.describe('The note.'),
  }),
  z.strictObject({ kind: z.literal('accept-suggestion'), flag: Id, why: Why.optional() }),
  z.strictObject({ kind: z.literal('dismiss'), flag: Id, why: Why }),
  z.strictObject({ kind: z.literal('undo'), decision: Id, why: Why.optional() }),
])
export type DecisionRequest = z.infer<typeof DecisionRequest>

/** Decisions that are stored all together or not at all. Each sees what those before it have done. */
export const DecisionBatch = z.strictObject({ who: Reviewer, decisions: z.array(DecisionRequest).min(1).max(200) })
export type DecisionBatch = z.infer<typeof DecisionBatch>
