import type { CurrentFlag, CurrentRecord, Extraction, RecordReason, Records, Severity } from '../contract/index.ts'
import { isDoubtful } from './doubtful.ts'
import { isSampled } from './sample.ts'
import { saysTheSame } from './statement-of.ts'

interface ToLookAt {
  readonly record: string
  readonly because: RecordReason
}

const WEIGHT: Record<Severity, number> = { error: 2, warning: 1, note: 0 }

/**
 * The records of a document that are to be looked at: those that flags suspect, the likeliest wrong first; those of flags that suspect
 * none; settled ones of which the machine says something else since; doubtful readings, the most doubtful first; the random sample.
 */
export const agendaOf = ({ document, records, flags }: Records): ToLookAt[] => {
  const open = flags.filter(flag => flag.state === 'open' && WEIGHT[flag.severity] > 0)
  const unsettled = records.filter(record => record.settledBy === 'machine')
  const blame = blameOf(open)
  const flagged = new Set(open.flatMap(flag => (flag.suspects.length > 0 ? [] : flag.observations)))
  const reasons: readonly (readonly [RecordReason, readonly CurrentRecord[]])[] = [
    ['suspect', unsettled.filter(r => blame.has(r.id)).sort((a, b) => (blame.get(b.id) ?? 0) - (blame.get(a.id) ?? 0))],
    ['flagged', unsettled.filter(r => flagged.has(r.id))],
    ['machine-changed', records.filter(r => r.machine?.since === true)],
    ['low-confidence', unsettled.filter(isDoubtful).sort((a, b) => a.confidence - b.confidence)],
    ['sample', unsettled.filter(r => isSampled(document, r))],
  ]
  const agenda = new Map<string, RecordReason>()
  for (const [because, each] of reasons) for (const { id } of each) if (!agenda.has(id)) agenda.set(id, because)
  return [...agenda].map(([record, because]) => ({ record, because }))
}

/** How much open flags say against each record. */
const blameOf = (flags: readonly CurrentFlag[]): ReadonlyMap<string, number> => {
  const blame = new Map<string, number>()
  for (const { suspects, severity } of flags)
    for (const { observation, weight } of suspects)
      blame.set(observation, (blame.get(observation) ?? 0) + weight * WEIGHT[severity])
  return blame
}

/** What is left of a document to look at, and what came of its part of the random sample. */
export const countsOf = ({ observations }: Extraction, { document, records, rejected, progress }: Records) => {
  const now = new Map(records.map(record => [record.id, record]))
  const gone = new Set(rejected.map(record => record.id))
  const sampled = observations.filter(o => isSampled(document, o))
  const isSettled = (id: string) => gone.has(id) || now.get(id)?.settledBy === 'reviewer'
  const settled = sampled.filter(o => isSettled(o.id))
  return {
    openErrors: progress.openFlags.error,
    openDoubtful: records.filter(record => record.settledBy === 'machine' && isDoubtful(record)).length,
    settled: progress.settled,
    sampleSettled: settled.length,
    sampleWrong: settled.filter(o => gone.has(o.id) || !saysTheSame(now.get(o.id) ?? null, o)).length,
  }
}
