import { z } from 'zod'
import { Bilingual } from './codes.ts'
import { Impact } from './impact.ts'

const count = z.number().int().min(0)

/** A document that could not be read anew: it keeps the extraction and the state that it had. */
export const ReextractionFailure = z.object({
  document: z.string(),
  name: z.string(),
  code: z.string(),
  title: Bilingual,
  cause: Bilingual,
  cure: Bilingual,
})
export type ReextractionFailure = z.infer<typeof ReextractionFailure>

/** A run that reads documents anew after rules or engine have changed. */
export const Reextraction = z.object({
  id: z.string(),
  created: z.string(),
  scope: z.enum(['all', 'changed', 'everything']),
  /** By which engine and rule set documents are read. */
  engine: z.object({ version: z.string(), rules: z.string() }),
  /** `listing` its documents, `reading` them, `done`: all are read or have failed. */
  state: z.enum(['listing', 'reading', 'done']),
  documents: z.object({
    /** Which the change cannot affect: they keep their extraction. */
    untouched: count,
    waiting: count,
    read: count,
    /** Only judged anew (confidence, checks), since the change affects nothing before that. */
    judged: count,
    failed: count,
  }),
  /** The first 1,000 of them. */
  failures: z.array(ReextractionFailure),
  /** What came of it, over the documents that were read or judged; null until the run is done and it was reckoned. */
  impact: Impact.nullable(),
})
export type Reextraction = z.infer<typeof Reextraction>

/** What a run would do. */
export const ReextractionPlan = z.object({
  scope: z.enum(['all', 'changed', 'everything']),
  engine: z.object({ version: z.string(), rules: z.string() }),
  documents: z.object({
    /** With an extraction by this engine and these rules. */
    current: count,
    untouched: count,
    judging: count,
    reading: count,
    /** Without any extraction: waiting, or failed. */
    without: count,
  }),
  /** Files of the rules that mean something else than for some extraction; with the documents that have one from then. */
  files: z.array(z.object({ file: z.string(), documents: count })),
  /** Documents whose rule set is not known any more, or whose engine is another. */
  unknown: count,
})
export type ReextractionPlan = z.infer<typeof ReextractionPlan>
