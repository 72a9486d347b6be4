import type { BackfillProgress } from '../../http/backfill-schemas.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import type { Failure } from '../api/failure.ts'
import { isFinal } from '../api/use-poll.ts'

/** How far a file is on its way: `sent` to the archive, or `handed` over as a zip that a backfill takes in. */
export type UploadProgress =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'sending'; readonly bytes: number }
  | { readonly phase: 'sent'; readonly known: boolean; readonly document: ArchivedDocument }
  | { readonly phase: 'handed'; readonly backfill: BackfillProgress }
  | { readonly phase: 'refused'; readonly failure: Failure }

export interface Upload {
  readonly key: number
  readonly file: File
  readonly progress: UploadProgress
}

/** Whether nothing more will become of it here. */
export const isOver = ({ progress }: Upload): boolean =>
  progress.phase === 'refused' ||
  progress.phase === 'handed' ||
  (progress.phase === 'sent' && isFinal(progress.document))

/** Whether leaving the page would lose it. */
export const isOnItsWay = ({ progress }: Upload): boolean =>
  progress.phase === 'waiting' || progress.phase === 'sending'

/** By its name: packages such as .docx are zips, too, and told apart by the server alone. */
export const isZip = (file: File): boolean => /\.zip$/i.test(file.name)
