import type { CurrentFlag, Decision, Extraction, Flag, Progress, Records } from '../contract/index.ts'
import type { CheckRecords } from './check-records.ts'
import { currentFlags } from './current-flags.ts'
import type { KnownText } from './known-text.ts'
import { type Overlaid, overlay } from './overlay.ts'
import type { Placer } from './placer.ts'

/** What is to be known of a document to say how it stands. */
export interface Stored {
  readonly document: string
  readonly version: string
  readonly extraction: Extraction
  readonly now: KnownText
  /** All of the document, in the order of their versions. */
  readonly decisions: readonly Decision[]
  readonly place: Placer
}

export interface CurrentState {
  readonly overlaid: Overlaid
  readonly records: Records
}

export interface Checks {
  readonly engine: Extraction['engine']
  readonly check: CheckRecords
}

/**
 * How a document stands: its records by machine and reviewers together, and what does not come out with these. What the machine
 * found is checked anew, too, where other checks than those of now had judged it or its text was repaired, so that flags differ for one
 * reason only.
 */
export const currentState = async (stored: Stored, checks: Checks): Promise<CurrentState> => {
  const { extraction, now, decisions, place } = stored
  const overlaid = overlay(extraction, now, decisions, place)
  const { engine } = extraction
  const isJudged = engine.rules === checks.engine.rules && engine.version === checks.engine.version
  const touched = overlaid.rejected.length > 0 || overlaid.records.some(record => record.settledBy === 'reviewer')
  const isSame = isJudged && extraction.repairs.length === 0
  const machine = isSame || !touched ? null : (await checks.check(extraction, extraction.observations)).flags
  const checked = touched ? await checks.check(extraction, overlaid.records) : null
  const machineFlags: readonly Flag[] = machine ?? extraction.flags
  const { flags, detached } = currentFlags(machineFlags, checked?.flags ?? machineFlags, overlaid, place)
  return {
    overlaid,
    records: {
      document: stored.document,
      version: stored.version,
      engine,
      records:
        checked === null
          ? [...overlaid.records]
          : overlaid.records.map(record => ({ ...record, support: checked.support.get(record.id) ?? 0 })),
      rejected: [...overlaid.rejected],
      detached: [...overlaid.detached, ...detached],
      flags,
      notes: [...overlaid.notes],
      progress: progressOf(overlaid, flags),
    },
  }
}

const progressOf = ({ records, rejected }: Overlaid, flags: readonly CurrentFlag[]): Progress => {
  const open = (severity: Flag['severity']) => flags.filter(f => f.state === 'open' && f.severity === severity).length
  return {
    records: records.length + rejected.length,
    settled: records.filter(record => record.settledBy === 'reviewer').length + rejected.length,
    openFlags: { error: open('error'), warning: open('warning'), note: open('note') },
  }
}
