import { z } from 'zod'
import type { PackedExtraction } from '../../archive/packed-extraction.ts'
import { CATALOGUE, type ProblemCode } from '../../problem.ts'
import { OCR_ENGINES } from '../../read/ocr/ocr-settings.ts'
import { STAGES } from '../../stopwatch.ts'

const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array)
const code = z.custom<ProblemCode>(value => typeof value === 'string' && Object.hasOwn(CATALOGUE, value))

const Limits = z.object({
  maxBytes: z.number(),
  maxPages: z.number(),
  maxCharacters: z.number(),
  ocr: z.object({
    engine: z.enum(OCR_ENGINES),
    workers: z.number().nullable(),
    secondsPerPage: z.number(),
    secondsPerDocument: z.number(),
    maxPixels: z.number(),
  }),
})

const Asked = z.union([z.object({ offset: z.number() }), z.object({ line: z.number(), column: z.number().nullable() })])

const ExtractJob = z.object({ do: z.literal('extract'), bytes, name: z.string(), limits: Limits })
export type ExtractJob = z.infer<typeof ExtractJob>

const ExplainJob = z.object({ do: z.literal('explain'), bytes, asked: Asked, limits: Limits })
export type ExplainJob = z.infer<typeof ExplainJob>

const MeasureJob = z.object({ do: z.literal('measure'), bytes, limits: Limits })
export type MeasureJob = z.infer<typeof MeasureJob>

const DrawJob = z.object({ do: z.literal('draw'), bytes, page: z.number(), limits: Limits })
export type DrawJob = z.infer<typeof DrawJob>

/** What a reading process is asked for, one at a time; each is answered with a `ReaderReply`. */
export const ReaderJob = z.discriminatedUnion('do', [ExtractJob, ExplainJob, MeasureJob, DrawJob])
export type ReaderJob = z.infer<typeof ReaderJob>

const Timings = z.record(z.enum(STAGES), z.number())

/** Made and stored by the same version of the program. */
const Packed = z.object({
  engine: z.object({ version: z.string(), rules: z.string() }),
  text: z.object({ sha256: z.string(), packed: bytes }),
  packed: bytes,
  columns: z.custom<PackedExtraction['columns']>(value => typeof value === 'object' && value !== null),
  partial: z.boolean(),
})

/**
 * The answer. An extraction is packed as it is stored, and explanations are JSON: to take results apart costs more than all else
 * that the server does for a document. A fault is an exception that nobody expected.
 */
export const ReaderReply = z.discriminatedUnion('is', [
  z.object({ is: z.literal('extraction'), extraction: Packed, timings: Timings.nullable() }),
  z.object({ is: z.literal('explanations'), explanations: z.string() }),
  z.object({ is: z.literal('sizes'), pages: z.array(z.object({ width: z.number(), height: z.number() })) }),
  z.object({ is: z.literal('picture'), picture: bytes }),
  z.object({
    is: z.literal('problem'),
    problem: z.object({ code, details: z.record(z.string(), z.union([z.string(), z.number()])) }),
  }),
  z.object({ is: z.literal('fault'), message: z.string(), stack: z.string() }),
])
export type ReaderReply = z.infer<typeof ReaderReply>

/** What a reading process says: an answer, how many pages it has read for it so far, or that a process group was started or has ended (see `GroupEvent`). */
export const ReaderMessage = z.union([
  z.object({ reply: ReaderReply }),
  z.object({ read: z.object({ page: z.number().int().min(0), pages: z.number().int().min(1) }) }),
  z.object({ group: z.number().int().positive(), runs: z.boolean() }),
])
export type ReaderMessage = z.input<typeof ReaderMessage>
