import type { BackfillProgress } from '../../http/backfill-schemas.ts'

type Progress = BackfillProgress['progress']

/** Files that are read, whole or in part. */
export const readFiles = ({ states }: Progress): number => states.done + states.partial

/** Files that nothing came of though they should have been read. */
export const failedFiles = ({ states }: Progress): number => states.failed + states.refused

/** Files that nothing more is to be done with. */
export const settledFiles = (progress: Progress): number =>
  readFiles(progress) + failedFiles(progress) + progress.states.skipped
