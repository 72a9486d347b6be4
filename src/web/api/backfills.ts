import type {
  BackfillCauses,
  BackfillItemPage,
  BackfillPage,
  BackfillProgress,
  RetryAnswer,
} from '../../http/backfill-schemas.ts'
import { addressOf, read } from './client.ts'

export const listBackfills = (cursor: string | null, signal: AbortSignal): Promise<BackfillPage> =>
  read(`/v1/backfills?limit=20${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, { signal })

export const readBackfill = (id: string, signal: AbortSignal): Promise<BackfillProgress> =>
  read(addressOf.backfill(id), { signal })

export const readCauses = (id: string, signal: AbortSignal): Promise<BackfillCauses> =>
  read(`${addressOf.backfill(id)}/causes`, { signal })

/** @param query `state`, `after` and `limit`, as the server takes them */
export const listItems = (id: string, query: URLSearchParams, signal: AbortSignal): Promise<BackfillItemPage> =>
  read(`${addressOf.backfill(id)}/items?${query}`, { signal })

export const retryFailed = (id: string): Promise<RetryAnswer> =>
  read(`${addressOf.backfill(id)}/retry-failed`, { method: 'POST' })
