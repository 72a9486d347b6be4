import { z } from 'zod'
import { BACKFILL_STATES } from '../archive/database/backfill-states.ts'
import { ITEM_STATES, UNREAD_STATES } from '../backfill/item-states.ts'
import { DocumentId, ProblemDetails } from './schemas.ts'

/** The shapes of questions and answers about backfills. */

const count = z.number().int().min(0)

export const BackfillState = z.enum(BACKFILL_STATES).meta({
  id: 'BackfillState',
  description:
    '`storing`: files are still to be listed and stored; `reading`: all are stored, some wait to be read; `done`: all were read, or failed.',
})

export type BackfillState = z.infer<typeof BackfillState>

export const BackfillId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{16}$/)
  .meta({ examples: ['4tfebahpqj444tnr'] })

export const BackfillInfo = z
  .object({
    id: BackfillId,
    state: BackfillState,
    from: z.enum(['upload', 'command']).describe('Files that were sent, or paths that were named on a command line.'),
    sources: z.array(z.string()).describe('The names of the files, or the paths.'),
    created: z.iso.datetime(),
    finished: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Backfill', description: 'A run that takes many files into the archive.' })
export type BackfillInfo = z.infer<typeof BackfillInfo>

export const BackfillItemState = z.enum(ITEM_STATES).meta({
  id: 'BackfillItemState',
  description:
    '`listed`: to be stored again. `received` to `failed`: stored, and as its document is. `refused`: it could not be stored. `skipped`: it is no document.',
})

export type BackfillItemState = z.infer<typeof BackfillItemState>

export const BackfillProgress = BackfillInfo.extend({
  progress: z.object({
    items: count.describe('Files found so far.'),
    states: z.object(
      Object.fromEntries(ITEM_STATES.map(state => [state, count])) as Record<
        (typeof ITEM_STATES)[number],
        typeof count
      >,
    ),
    stored: count.describe('Files whose content was new.'),
    known: count.describe('Files whose content was in the archive already.'),
    observations: count,
    flags: count,
    perSecond: z.number().min(0).describe('Documents read a second, over the last minute.'),
    remainingSeconds: count
      .nullable()
      .describe('At that rate; null while files are still being found or nothing was read lately.'),
  }),
}).meta({ id: 'BackfillProgress' })
export type BackfillProgress = z.infer<typeof BackfillProgress>

/** Query of `GET /v1/backfills`. */
export const BackfillListQuery = z.strictObject({
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  lang: z.string().max(35).optional(),
})

export const BackfillPage = z
  .object({ backfills: z.array(BackfillInfo), next: z.string().nullable().describe('Null on the last page.') })
  .meta({ id: 'BackfillPage' })
export type BackfillPage = z.infer<typeof BackfillPage>

export const BackfillItem = z
  .object({
    ordinal: count.describe('From 0, in the order in which files were found.'),
    path: z.string().describe('The way to it, `!/` after each zip: `kho.zip!/2010/kh.doc`.'),
    state: BackfillItemState,
    outcome: z.enum(['stored', 'known']).nullable(),
    bytes: count.nullable(),
    document: DocumentId.nullable(),
    pages: count.nullable(),
    observations: count.nullable(),
    flags: count.nullable(),
    problem: ProblemDetails.nullable().describe('Why it is refused, skipped or failed.'),
  })
  .meta({ id: 'BackfillItem', description: 'One file of a backfill.' })
export type BackfillItem = z.infer<typeof BackfillItem>

/** Query of `GET /v1/backfills/{id}/items`. */
export const BackfillItemsQuery = z.strictObject({
  state: BackfillItemState.optional(),
  after: z.coerce.number().int().min(-1).default(-1).describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  lang: z.string().max(35).optional(),
})

export const BackfillItemPage = z
  .object({ items: z.array(BackfillItem), next: count.nullable().describe('Null on the last page.') })
  .meta({ id: 'BackfillItemPage' })
export type BackfillItemPage = z.infer<typeof BackfillItemPage>

/** Answer of `GET /v1/backfills/{id}/causes`. */
export const BackfillCauses = z
  .object({
    causes: z
      .array(
        z.object({
          state: z.enum(UNREAD_STATES),
          files: count,
          problem: ProblemDetails.describe('With its cure; of most of the files, those of others differ in details.'),
          examples: z.array(z.string()).describe('Paths of some of them.'),
        }),
      )
      .describe('The commonest first.'),
  })
  .meta({ id: 'BackfillCauses' })
export type BackfillCauses = z.infer<typeof BackfillCauses>

export const RetryAnswer = z
  .object({ again: count.describe('Documents that are read again.'), backfill: BackfillProgress })
  .meta({ id: 'RetryAnswer' })
export type RetryAnswer = z.infer<typeof RetryAnswer>
