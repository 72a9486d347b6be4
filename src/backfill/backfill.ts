import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { BackfillState } from '../archive/database/backfill-states.ts'

/** Paths of the machine that the command ran on. */
const NamedPaths = z.strictObject({
  kind: z.literal('paths'),
  names: z.array(z.string()).min(1),
  /** The folder that relative names start from. */
  cwd: z.string(),
})

const Upload = z.strictObject({ name: z.string(), sha256: z.string(), bytes: z.number().int().min(1) })

/** Files that were sent, which lie among the originals until what they hold is stored. */
const Uploads = z.strictObject({ kind: z.literal('uploads'), files: z.array(Upload).min(1) })

/** What a backfill takes in: a column of its row, as JSON. */
export const Sources = z.discriminatedUnion('kind', [NamedPaths, Uploads])
export type Sources = z.infer<typeof Sources>
export type Upload = z.infer<typeof Upload>

/** A run that takes many files into the archive. `storing`: files are still to be listed and stored; `reading`: all are. */
export interface Backfill {
  readonly id: string
  readonly sources: Sources
  readonly state: BackfillState
  readonly created: string
  readonly finished: string | null
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** The id of a new backfill: 80 random bits in Crockford's base 32. */
export const backfillId = (): string => Array.from(randomBytes(16), byte => ALPHABET.charAt(byte & 31)).join('')
