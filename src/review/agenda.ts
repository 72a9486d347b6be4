import type {
  AgendaItem,
  CurrentFlag,
  CurrentRecord,
  Decision,
  Extraction,
  Records,
  Severity,
} from '../contract/index.ts'
import { isDoubtful } from './doubtful.ts'
import { doubtfulAndDrawn } from './doubtful-and-drawn.ts'
import { unsettledErrorsIn } from './open-errors.ts'
import { randomSample } from './sample.ts'
import { sampleOutcome } from './sample-outcome.ts'
import { suspected } from './suspected.ts'

const WEIGHT: Record<Severity, number> = { error: 2, warning: 1, note: 0 }

type Shown = Pick<Records, 'document' | 'records' | 'rejected' | 'flags'>

/**
 * The records of a document that are to be looked at: those that flags suspect, the likeliest wrong first; those of flags that suspect
 * none; settled and rejected ones of which the machine says something else since; doubtful readings, the most doubtful first, with the
 * random sample mixed in; and the others of flags that are open though all that they suspect are settled.
 */
export const agendaOf = (shown: Shown, reading: Pick<Extraction, 'observations' | 'flags'>): AgendaItem[] => {
  const open = shown.flags.filter(flag => flag.state === 'open' && WEIGHT[flag.severity] > 0)
  const unsettled = unsettledOf(shown)
  const isUnsettled = new Set(unsettled.map(({ id }) => id))
  const blame = blameOf(open)
  const flaggedBy = (flags: readonly CurrentFlag[]) => {
    const ids = new Set(flags.flatMap(({ observations }) => observations))
    return unsettled.filter(({ id }) => ids.has(id)).map(because('flagged'))
  }
  const isSuspectLeft = (flag: CurrentFlag) => suspected(flag).some(({ observation }) => isUnsettled.has(observation))
  const all: readonly AgendaItem[] = [
    ...unsettled
      .filter(({ id }) => blame.has(id))
      .sort((a, b) => (blame.get(b.id) ?? 0) - (blame.get(a.id) ?? 0))
      .map(because('suspect')),
    ...flaggedBy(open.filter(flag => suspected(flag).length === 0)),
    ...changedOf(shown).map(because('machine-changed')),
    ...doubtfulAndDrawn(shown.document, reading).filter(({ record }) => isUnsettled.has(record)),
    ...flaggedBy(open.filter(flag => !isSuspectLeft(flag))),
  ]
  const first = new Map<string, AgendaItem>()
  for (const item of all) if (!first.has(item.record)) first.set(item.record, item)
  return [...first.values()]
}

const because =
  (reason: AgendaItem['because']) =>
  ({ id }: CurrentRecord): AgendaItem => ({ record: id, because: reason })

const unsettledOf = ({ records }: Pick<Shown, 'records'>): CurrentRecord[] =>
  records.filter(record => record.settledBy === 'machine')

const changedOf = ({ records, rejected }: Pick<Shown, 'records' | 'rejected'>): CurrentRecord[] =>
  [...records, ...rejected].filter(record => record.machine?.since === true)

/** How much open flags say against each record. */
const blameOf = (flags: readonly CurrentFlag[]): ReadonlyMap<string, number> => {
  const blame = new Map<string, number>()
  for (const flag of flags)
    for (const { observation, weight } of suspected(flag))
      blame.set(observation, (blame.get(observation) ?? 0) + weight * WEIGHT[flag.severity])
  return blame
}

/** Records to look at again, and settled ones whose words are gone: they are in no export. */
export const changedIn = (records: Pick<Records, 'records' | 'rejected' | 'detached'>): number => {
  const replaced = new Set(
    records.detached.map(({ decision }) => ('replaced' in decision ? (decision.replaced?.decision ?? null) : null)),
  )
  const lost = records.detached.filter(({ decision, record }) => record !== null && !replaced.has(decision.id))
  return changedOf(records).length + new Set(lost.map(({ decision }) => firstOn(decision))).size
}

/** The first decision on the same record, by its version: of several that stand, all are on one. */
const firstOn = (decision: Decision): number => ('first' in decision ? decision.first : null) ?? decision.version

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
    unsettledErrors: unsettledErrorsIn(records),
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
