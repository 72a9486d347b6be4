import { sql } from 'kysely'
import type { Database } from '../archive/database/database.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import type { Backfill } from './backfill.ts'
import { ITEM_STATES, type ItemState } from './item-states.ts'

/** How far a backfill has come. */
export interface Progress {
  readonly items: number
  readonly states: Readonly<Record<ItemState, number>>
  /** Files whose content was new in the archive, and those whose content it knew. */
  readonly stored: number
  readonly known: number
  readonly observations: number
  readonly flags: number
  /** Documents of it that were read a second, over the last minute; 0 where none was. */
  readonly perSecond: number
  /** Until all is read, at that rate; null where it cannot be told: files are still being found, or nothing was read lately. */
  readonly remainingSeconds: number | null
}

const MINUTE = 60_000

/** Counts what has become of a backfill's files. @param now milliseconds since 1970 */
export async function progressOf(db: Database, backfill: Backfill, now: number): Promise<Progress> {
  const since = Math.max(Date.parse(backfill.created), now - MINUTE)
  const rows = await db
    .selectFrom('backfill_items as item')
    .leftJoin('documents', 'documents.id', 'item.document')
    .where('item.backfill', '=', backfill.id)
    .groupBy(['item.state', 'documents.state'])
    .select(eb => [
      'item.state as own',
      'documents.state as read',
      eb.fn.countAll().as('items'),
      sql<number | string>`coalesce(sum(documents.observations), 0)`.as('observations'),
      sql<number | string>`coalesce(sum(documents.flag_errors + documents.flag_warnings + documents.flag_notes), 0)`.as(
        'flags',
      ),
      sql<number | string>`sum(case when documents.read >= ${new Date(since).toISOString()} then 1 else 0 end)`.as(
        'lately',
      ),
    ])
    .execute()
    .catch(storageFailed)
  const sum = (of: (row: (typeof rows)[number]) => number | string | bigint): number =>
    rows.reduce((total, row) => total + Number(of(row)), 0)
  const stateOf = ({ own, read }: (typeof rows)[number]): string =>
    own === 'stored' || own === 'known' ? (read ?? 'received') : own
  const states = Object.fromEntries(
    ITEM_STATES.map(state => [state, sum(row => (stateOf(row) === state ? row.items : 0))]),
  ) as Record<ItemState, number>
  const perSecond = sum(row => row.lately) / Math.max(1, (now - since) / 1000)
  const pending = states.listed + states.received + states.reading
  return {
    items: sum(row => row.items),
    states,
    stored: sum(row => (row.own === 'stored' ? row.items : 0)),
    known: sum(row => (row.own === 'known' ? row.items : 0)),
    observations: sum(row => row.observations),
    flags: sum(row => row.flags),
    perSecond: Math.round(perSecond * 100) / 100,
    remainingSeconds: remaining(backfill, pending, perSecond),
  }
}

const remaining = ({ state }: Backfill, pending: number, perSecond: number): number | null => {
  if (state === 'done') return 0
  if (state !== 'reading') return null
  if (pending === 0) return 0
  return perSecond === 0 ? null : Math.ceil(pending / perSecond)
}

/** What could not be stored or read. */
export const failures = ({ states }: Progress): number => states.refused + states.failed

/** What is still to be stored or read. */
export const pending = ({ states }: Progress): number => states.listed + states.received + states.reading
