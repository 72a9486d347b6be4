import type { Bilingual } from '../../contract/index.ts'
import type { BackfillItemState, BackfillState } from '../../http/backfill-schemas.ts'
import { DOCUMENT_STATE, DOCUMENT_STATE_SHAPE } from '../labels.ts'

/** The names of the states of backfills and of their files. */
export const BACKFILL_STATE: Record<BackfillState, Bilingual> = {
  storing: { vi: 'Đang lấy tệp', en: 'Taking files in' },
  reading: { vi: 'Đang đọc', en: 'Reading' },
  done: { vi: 'Xong', en: 'Done' },
}

export const BACKFILL_STATE_SHAPE: Record<BackfillState, string> = { storing: '…', reading: '◌', done: '✓' }

export const ITEM_STATE: Record<BackfillItemState, Bilingual> = {
  ...DOCUMENT_STATE,
  listed: { vi: 'Chờ lấy lại', en: 'To be taken again' },
  failed: { vi: 'Không đọc được', en: 'Not readable' },
  refused: { vi: 'Không nhận', en: 'Refused' },
  skipped: { vi: 'Bỏ qua', en: 'Skipped' },
}

export const ITEM_STATE_SHAPE: Record<BackfillItemState, string> = {
  ...DOCUMENT_STATE_SHAPE,
  listed: '…',
  refused: '⊘',
  skipped: '–',
}

/** The order in which states are counted and offered: what went well, what is to come, what went wrong. */
export const ITEM_STATES: readonly BackfillItemState[] = [
  'done',
  'partial',
  'reading',
  'received',
  'listed',
  'failed',
  'refused',
  'skipped',
]
