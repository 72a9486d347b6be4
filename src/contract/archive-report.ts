import { z } from 'zod'
import { Bilingual } from './codes.ts'

const count = z.number().int().min(0)

const Stored = z.object({ count, bytes: count })

/** What an archive takes on the disk. Texts and extractions are packed; each is stored once, however many share it. */
export const ArchiveSizes = z.object({
  documents: count,
  originals: Stored,
  texts: Stored,
  extractions: Stored,
  /** Means over all documents, in bytes; null for an archive without documents. */
  perDocument: z.object({ original: z.number(), text: z.number(), extraction: z.number(), all: z.number() }).nullable(),
})
export type ArchiveSizes = z.infer<typeof ArchiveSizes>

/** One thing that is wrong with an archive (`error`), or that may be known and does no harm (`note`). */
export const Finding = z.object({
  level: z.enum(['error', 'note']),
  code: z.string(),
  /** What it is about: a document's id, an original's hash, … */
  subject: z.string(),
  text: Bilingual,
  cure: Bilingual,
})
export type Finding = z.infer<typeof Finding>

/** What `trichluc verify` found. */
export const ArchiveReport = z.object({
  /** Whether nothing is wrong; notes do not count. */
  ok: z.boolean(),
  errors: count,
  notes: count,
  /** The first 1,000 of each level. */
  findings: z.array(Finding),
  sizes: ArchiveSizes,
})
export type ArchiveReport = z.infer<typeof ArchiveReport>
