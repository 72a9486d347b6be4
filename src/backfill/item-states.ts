/**
 * Where a file stands: `listed` (to be stored again), that of its document once it is stored, `refused` where it could not be
 * stored, `skipped` where it is no document.
 */
export const ITEM_STATES = ['listed', 'received', 'reading', 'done', 'partial', 'failed', 'refused', 'skipped'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** Files are not in the archive, or not read, in three ways; see `ITEM_STATES`. */
export const UNREAD_STATES = ['failed', 'refused', 'skipped'] as const
export type UnreadState = (typeof UNREAD_STATES)[number]
