/** A backfill's files are still to be listed and stored, all are stored and some wait to be read, or all were read. */
export const BACKFILL_STATES = ['storing', 'reading', 'done'] as const
export type BackfillState = (typeof BACKFILL_STATES)[number]
