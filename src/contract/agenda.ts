import { z } from 'zod'

/** Why a record is to be looked at. */
export const RecordReason = z.enum(['suspect', 'flagged', 'machine-changed', 'low-confidence', 'new-layout', 'sample'])
export type RecordReason = z.infer<typeof RecordReason>

/** A record that is to be looked at. */
export const AgendaItem = z.object({ record: z.string(), because: RecordReason })
export type AgendaItem = z.infer<typeof AgendaItem>
