import type { Records } from '../../contract/index.ts'
import { share, shareById } from '../share.ts'

/** Records as they came anew, in which records and flags that nothing changed in are the objects from before. */
export const shareRecords = (before: Records | null, after: Records): Records =>
  before === null
    ? after
    : {
        ...share({ ...before, ...WITHOUT_LISTS }, { ...after, ...WITHOUT_LISTS }),
        records: shareById(before.records, after.records),
        rejected: shareById(before.rejected, after.rejected),
        flags: shareById(before.flags, after.flags),
      }

const WITHOUT_LISTS = { records: [], rejected: [], flags: [] }
