import type { Language } from '../contract/index.ts'
import { ARCHIVE_TEXTS } from './texts/archive.ts'
import { BACKFILLS_TEXTS } from './texts/backfills.ts'
import { DASHBOARD_TEXTS } from './texts/dashboard.ts'
import { DESK_TEXTS } from './texts/desk.ts'
import { DOCUMENT_TEXTS } from './texts/document.ts'
import { DRAFT_TEXTS } from './texts/draft.ts'
import { FIND_TEXTS } from './texts/find.ts'
import { FLAGS_TEXTS } from './texts/flags.ts'
import { FRAME_TEXTS } from './texts/frame.ts'
import { HEADER_TEXTS } from './texts/header.ts'
import { QUEUE_TEXTS } from './texts/queue.ts'
import { RECORDS_TEXTS } from './texts/records.ts'
import { REVIEW_TEXTS } from './texts/review.ts'
import { SHEETS_TEXTS } from './texts/sheets.ts'
import { UPLOAD_TEXTS } from './texts/upload.ts'

/** Every text of the pages, once, in both languages. `{name}` is filled by the caller. */
export const TEXTS = {
  ...ARCHIVE_TEXTS,
  ...BACKFILLS_TEXTS,
  ...DASHBOARD_TEXTS,
  ...DESK_TEXTS,
  ...DOCUMENT_TEXTS,
  ...DRAFT_TEXTS,
  ...FIND_TEXTS,
  ...FLAGS_TEXTS,
  ...FRAME_TEXTS,
  ...QUEUE_TEXTS,
  ...HEADER_TEXTS,
  ...RECORDS_TEXTS,
  ...REVIEW_TEXTS,
  ...SHEETS_TEXTS,
  ...UPLOAD_TEXTS,
} as const

export type TextKey = keyof typeof TEXTS

/** @param details what stands for the `{name}`s of the text */
export const text = (
  key: TextKey,
  language: Language,
  details: Readonly<Record<string, string | number>> = {},
): string => TEXTS[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
