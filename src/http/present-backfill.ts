import { z } from 'zod'
import type { Archive } from '../archive/archive.ts'
import type { Backfill } from '../backfill/backfill.ts'
import type { Item } from '../backfill/items.ts'
import { findBackfill } from '../backfill/ledger.ts'
import { progressOf } from '../backfill/progress.ts'
import type { Language } from '../contract/index.ts'
import { ProblemError, problem } from '../problem.ts'
import { BackfillId, type BackfillInfo, type BackfillItem, type BackfillProgress } from './backfill-schemas.ts'
import { documentAddress } from './present-document.ts'
import { problemDetails } from './problem-details.ts'

export const BackfillParams = z.object({ id: BackfillId })

export const backfillAddress = (id: string): string => `/v1/backfills/${id}`

/** @throws ProblemError `no-backfill` */
export async function backfillNamed({ db }: Archive, id: string): Promise<Backfill> {
  const backfill = await findBackfill(db, id)
  if (backfill === null) throw new ProblemError(problem('no-backfill', { id }))
  return backfill
}

export const presentBackfill = ({ id, state, sources, created, finished }: Backfill): BackfillInfo => ({
  id,
  state,
  from: sources.kind === 'paths' ? 'command' : 'upload',
  sources: sources.kind === 'paths' ? [...sources.names] : sources.files.map(file => file.name),
  created,
  finished,
})

export async function presentProgress({ db }: Archive, backfill: Backfill): Promise<BackfillProgress> {
  return { ...presentBackfill(backfill), progress: await progressOf(db, backfill, Date.now()) }
}

/** A file of a backfill as an answer shows it; its problem is about its document where it has one. */
export const presentItem = (backfill: string, { problem: cause, ...item }: Item, language: Language): BackfillItem => ({
  ...item,
  problem:
    cause === null
      ? null
      : problemDetails(
          cause,
          language,
          item.document === null ? backfillAddress(backfill) : documentAddress(item.document),
        ),
})
