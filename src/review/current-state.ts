import type { CurrentFlag, Decision, Extraction, Flag, Progress, Records } from '../contract/index.ts'
import { agendaOf } from './agenda.ts'
import type { CheckRecords } from './check-records.ts'
import { currentFlags } from './current-flags.ts'
import { currentHeader } from './current-header.ts'
import type { KnownText } from './known-text.ts'
import type { Overlaid } from './overlay.ts'
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
 * How a document stands: its header and records by machine and reviewers together, and what does not come out with these. What the machine
 * found is checked anew, too, where other checks than those of now had judged it or its text was repaired, so that flags differ for one
 * reason only.
 * @param overlaid its records, as `overlay` makes them of what is stored
 */
export const currentState = async (stored: Stored, overlaid: Overlaid, checks: Checks): Promise<CurrentState> => {
  const { extraction, place } = stored
  const { engine } = extraction
  const isJudged = engine.rules === checks.engine.rules && engine.version === checks.engine.version
  const header = currentHeader(extraction.document, overlaid.standing)
  const corrected = Object.keys(header.settled).length > 0
  const touched =
    corrected || overlaid.rejected.length > 0 || overlaid.records.some(record => record.settledBy === 'reviewer')
  const isSame = isJudged && extraction.repairs.length === 0
  const machine = isSame || !touched ? null : (await checks.check(extraction, extraction.observations)).flags
  const { settled: _, machine: __, since: ___, ...fields } = header
  const asCorrected = { ...extraction, document: { ...extraction.document, ...fields } }
  const checked = touched ? await checks.check(asCorrected, overlaid.records) : null
  const machineFlags: readonly Flag[] = machine ?? extraction.flags
  const { flags, detached } = currentFlags(machineFlags, checked?.flags ?? machineFlags, overlaid, place)
  const { document, version } = stored
  const records =
    checked === null
      ? [...overlaid.records]
      : overlaid.records.map(record => ({ ...record, support: checked.support.get(record.id) ?? 0 }))
  return {
    overlaid,
    records: {
      ...{ document, version, engine, header, records },
      rejected: [...overlaid.rejected],
      detached: [...overlaid.detached, ...detached],
      flags,
      notes: [...overlaid.notes],
      agenda: agendaOf({ document, records, rejected: [...overlaid.rejected], flags }, extraction),
      progress: progressOf(overlaid, flags),
    },
  }
}

/** How many records there are, rejected ones among them, and how many of them reviewers have settled. */
export const settledOf = ({ records, rejected }: Overlaid): Pick<Progress, 'records' | 'settled'> => ({
  records: records.length + rejected.length,
  settled: records.filter(record => record.settledBy === 'reviewer').length + rejected.length,
})

const progressOf = (overlaid: Overlaid, flags: readonly CurrentFlag[]): Progress => {
  const open = (severity: Flag['severity']) => flags.filter(f => f.state === 'open' && f.severity === severity).length
  return {
    ...settledOf(overlaid),
    openFlags: { error: open('error'), warning: open('warning'), note: open('note') },
  }
}
