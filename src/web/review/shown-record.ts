import type { CurrentRecord, Extraction, Records } from '../../contract/index.ts'
import { remembered } from '../remembered.ts'

/** A record of the list: also what a reviewer has rejected stays in its place. */
export interface ShownRecord extends CurrentRecord {
  readonly rejected: boolean
}

// The same object for the same record, so that its row is not drawn again.
const kept = remembered((record: CurrentRecord): ShownRecord => ({ ...record, rejected: false }))
const dropped = remembered((record: CurrentRecord): ShownRecord => ({ ...record, rejected: true }))

/** All records of a document in reading order, rejected ones among them. */
export const shownRecords = ({ records, rejected }: Pick<Records, 'records' | 'rejected'>): readonly ShownRecord[] =>
  [...records.map(kept), ...rejected.map(dropped)].sort(
    (a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end,
  )

/** What the machine read, before it is known what reviewers have decided. */
export const undecided = (
  { document: header, observations, flags, engine }: Extraction,
  document: string,
): Records => ({
  ...{ document, version: '', engine, rejected: [], detached: [], notes: [], agenda: [] },
  header: { ...header, settled: {}, machine: {}, since: [] },
  records: observations.map(observation => ({
    ...observation,
    ...{ settledBy: 'machine', decision: null, machine: null, notes: [] },
  })),
  flags: flags.map(flag => ({ ...flag, raisedBy: 'machine', state: 'open', decision: null })),
  progress: { records: observations.length, settled: 0, openFlags: { error: 0, warning: 0, note: 0 } },
})
