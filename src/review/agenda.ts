import type {
  AgendaItem,
  CurrentFlag,
  CurrentRecord,
  Decision,
  Extraction,
  RecordReason,
  Records,
  Severity,
} from '../contract/index.ts'
import { isDoubtful } from './doubtful.ts'
import { randomSample } from './sample.ts'
import { sampleOutcome } from './sample-outcome.ts'

const WEIGHT: Record<Severity, number> = { error: 2, warning: 1, note: 0 }

type Shown = Pick<Records, 'document' | 'records' | 'rejected' | 'flags'>

/**
 * The records of a document that are to be looked at: those that flags suspect, the likeliest wrong first; those of flags that suspect
 * none; settled and rejected ones of which the machine says something else since; doubtful readings, the most doubtful first; the
 * random sample.
 * @param sample see `randomSample`
 */
export const agendaOf = (shown: Shown, sample: ReadonlySet<string>): AgendaItem[] => {
  const open = shown.flags.filter(flag => flag.state === 'open' && WEIGHT[flag.severity] > 0)
  const unsettled = unsettledOf(shown)
  const blame = blameOf(open)
  const flagged = new Set(open.flatMap(flag => (flag.suspects.length > 0 ? [] : flag.observations)))
  const reasons: readonly (readonly [RecordReason, readonly CurrentRecord[]])[] = [
    ['suspect', unsettled.filter(r => blame.has(r.id)).sort((a, b) => (blame.get(b.id) ?? 0) - (blame.get(a.id) ?? 0))],
    ['flagged', unsettled.filter(r => flagged.has(r.id))],
    ['machine-changed', changedOf(shown)],
    ['low-confidence', unsettled.filter(isDoubtful).sort((a, b) => a.confidence - b.confidence)],
    ['sample', unsettled.filter(r => sample.has(r.id))],
  ]
  const agenda = new Map<string, RecordReason>()
  for (const [because, each] of reasons) for (const { id } of each) if (!agenda.has(id)) agenda.set(id, because)
  return [...agenda].map(([record, because]) => ({ record, because }))
}

const unsettledOf = ({ records }: Pick<Shown, 'records'>): CurrentRecord[] =>
  records.filter(record => record.settledBy === 'machine')

const changedOf = ({ records, rejected }: Pick<Shown, 'records' | 'rejected'>): CurrentRecord[] =>
  [...records, ...rejected].filter(record => record.machine?.since === true)

/** How much open flags say against each record. */
const blameOf = (flags: readonly CurrentFlag[]): ReadonlyMap<string, number> => {
  const blame = new Map<string, number>()
  for (const { suspects, severity } of flags)
    for (const { observation, weight } of suspects)
      blame.set(observation, (blame.get(observation) ?? 0) + weight * WEIGHT[severity])
  return blame
}

/** Records to look at again, and settled ones whose words are gone: they are in no export. */
export const changedIn = (records: Pick<Records, 'records' | 'rejected' | 'detached'>): number => {
  const replaced = new Set(
    records.detached.map(({ decision }) => ('replaced' in decision ? (decision.replaced?.decision ?? null) : null)),
  )
  const lost = records.detached.filter(({ decision, record }) => record !== null && !replaced.has(decision.id))
  return changedOf(records).length + lost.length
}

export const doubtfulIn = (records: Pick<Records, 'records'>): number => unsettledOf(records).filter(isDoubtful).length

/**
 * What is left of a document to look at, and what came of its part of the random sample.
 * @param decisions all of the document, in the order of their versions
 */
export const countsOf = (extraction: Extraction, records: Records, decisions: readonly Decision[]) => {
  const { progress, document } = records
  const drawn = randomSample(document, extraction)
  const sample = sampleOutcome(decisions)
  return {
    records: progress.records,
    openErrors: progress.openFlags.error,
    openWarnings: progress.openFlags.warning,
    openNotes: progress.openFlags.note,
    openChanged: changedIn(records),
    openDoubtful: doubtfulIn(records),
    openSample: unsettledOf(records).filter(({ id }) => drawn.has(id)).length,
    settled: progress.settled,
    sampleSettled: sample.settled,
    sampleWrong: sample.wrong,
  }
}
