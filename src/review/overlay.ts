import type { Anchor, CurrentRecord, Decision, Detached, Extraction, Note } from '../contract/index.ts'
import { currentRecord, unsettled } from './current-record.ts'
import { type Gathered, gather } from './gather.ts'
import type { KnownText } from './known-text.ts'
import type { Placer } from './placer.ts'
import { type RecordKey, RecordKeys } from './record-keys.ts'
import { type Resolved, resolve } from './resolve.ts'
import { standing } from './standing.ts'

/** The records of a document as they hold now, before anything is checked anew: `support` is the machine's. */
export interface Overlaid {
  /** In reading order. */
  readonly records: readonly CurrentRecord[]
  readonly rejected: readonly CurrentRecord[]
  readonly detached: readonly Detached[]
  /** On the document. */
  readonly notes: readonly Note[]
  readonly standing: readonly Decision[]
  /** Where the record of an anchor is now; null where no decision has spoken of it. */
  readonly whereIs: (anchor: Anchor) => Resolved | null
  /** The version of the first decision on a record, whether that stands or not; null where there is none. */
  readonly firstOn: (record: string) => number | null
}

/**
 * The machine's observations, overlaid by the latest decision on each that stands. A decision on what the machine does not give any
 * more keeps its record; one whose place is gone is detached. No decision is ever dropped.
 * @param now the extraction's text
 * @param decisions all of the document, in the order of their versions
 */
export const overlay = (
  extraction: Extraction,
  now: KnownText,
  decisions: readonly Decision[],
  place: Placer,
): Overlaid => {
  const keys = new RecordKeys(decisions)
  const resolved = resolve(keys.all, extraction.observations, now, place)
  const stands = standing(decisions)
  const { byRecord, detached, notes } = gather(stands, keys, resolved)
  const firsts = firstDecisions(resolved)
  const records: CurrentRecord[] = []
  const rejected: CurrentRecord[] = []
  const put = (record: CurrentRecord, { settling }: Pick<Gathered, 'settling'>) =>
    (settling?.kind === 'reject' ? rejected : records).push(record)

  for (const machine of extraction.observations) {
    const found = byRecord.get(machine.id)
    if (found?.settling == null) records.push(unsettled(machine, found?.notes ?? []))
    else put(currentRecord(extraction, found.settling, found.notes, { id: machine.id, machine, span: null }), found)
  }
  for (const [id, found] of byRecord) {
    const { settling, span } = found
    if (span !== null && settling !== null)
      put(currentRecord(extraction, settling, found.notes, { id, machine: null, span }), found)
  }
  return {
    records: inReadingOrder(records),
    rejected: inReadingOrder(rejected),
    ...{ detached, notes, standing: stands },
    firstOn: id => firsts.get(id) ?? null,
    whereIs(anchor) {
      const key = keys.of(anchor)
      return key === null ? null : (resolved.get(key) ?? null)
    },
  }
}

/** The first decision on each record, over all its keys. */
const firstDecisions = (resolved: ReadonlyMap<RecordKey, Resolved>): ReadonlyMap<string, number> => {
  const firsts = new Map<string, number>()
  for (const [{ first }, at] of resolved)
    if (first !== null && at.is !== 'detached') firsts.set(at.id, Math.min(first, firsts.get(at.id) ?? first))
  return firsts
}

const inReadingOrder = (records: readonly CurrentRecord[]): CurrentRecord[] =>
  records.toSorted((a, b) => a.evidence.start - b.evidence.start)
