import { randomUUID } from 'node:crypto'
import type { Archive } from '../../archive/archive.ts'
import { type Held, holderOf } from '../../archive/assignments.ts'
import {
  appendDecisions,
  type Basis,
  findBasis,
  findReviewable,
  listDecisions,
  type Reviewable,
  textsOf,
  undoneOn,
} from '../../archive/decisions.ts'
import { keepCounts } from '../../archive/review-queue.ts'
import { storageFailed } from '../../archive/storage-failed.ts'
import type {
  ChangedSince,
  Decision,
  DecisionBatch,
  DecisionHistory,
  DecisionRequest,
  Records,
} from '../../contract/index.ts'
import type { Settled } from '../../drafts/make-draft.ts'
import { countsOf } from '../../review/agenda.ts'
import { type CurrentState, currentState, type Stored, settledOf } from '../../review/current-state.ts'
import { decide } from '../../review/decide.ts'
import type { Issue } from '../../review/issue.ts'
import { type Overlaid, overlay } from '../../review/overlay.ts'
import { placer } from '../../review/placer.ts'
import { RecordKeys } from '../../review/record-keys.ts'
import type { ReviewRules } from '../../review/review-rules.ts'
import { sampleOutcome } from '../../review/sample-outcome.ts'
import type { Codes } from '../../review/statement-issues.ts'
import { parseVersion, versionOf } from '../../review/version.ts'
import { recent } from './recent.ts'

export type DecideResult =
  | { readonly is: 'made'; readonly version: string; readonly decisions: readonly Decision[] }
  | { readonly is: 'stale'; readonly changed: ChangedSince }
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }
  | { readonly is: 'held'; readonly held: Held }

/** A record that a reviewer has settled, with the decision that holds. */
export interface SettledRecord extends Omit<Settled, 'draftedBy'> {
  /** The version of the first decision on it. */
  readonly first: number
}

/** The records of documents as machine and reviewers have them, for the routes. */
export interface Review {
  /** What the rules of now know. */
  codes(): Promise<Codes>
  /** The version of a document's records, without making them; null where it has no result. */
  version(document: string): Promise<string | null>
  /** Null where the document has no result. */
  records(document: string): Promise<Records | null>
  /** A page of the decisions, behind a version of one; null where the document has no result. */
  history(document: string, after: number, limit: number): Promise<DecisionHistory | null>
  /** What an example of a record is made of; null where the document has no result. */
  settled(document: string, record: string): Promise<SettledRecord | 'not-settled' | null>
  /**
   * Stores decisions on the records of a version, all or none; null where the document has no result. Of several versions one must be
   * that of now.
   */
  decide(document: string, versions: readonly string[], batch: DecisionBatch): Promise<DecideResult | null>
}

/** Documents whose records are kept in memory: to check them takes up to a second. */
const KEPT = 16

/** @param rules asked for when they are needed first: to load them takes its time */
export function createReview({ db }: Archive, rules: () => Promise<ReviewRules>, now: () => Date): Review {
  const states = recent<CurrentState>(KEPT)
  const overlays = recent<Overlaid>(KEPT)

  const versionNow = async ({ decided, extraction, created }: Basis): Promise<string> =>
    versionOf(decided, [extraction, created], (await rules()).engine)

  const storedOf = async (document: string, found: Reviewable): Promise<Stored> => {
    const { result: extraction, decisions, text: hash } = found
    const older = new Set(decisions.flatMap(anchoredTexts).filter(each => each !== hash))
    const text = { text: extraction.text, hash }
    const place = placer(text, await textsOf(db, [...older]))
    return { document, version: await versionNow(found), extraction, now: text, decisions, place }
  }

  const overlaidOf = ({ document, version, extraction, now, decisions, place }: Stored): Promise<Overlaid> =>
    overlays.get(`${document} ${version}`, async () => overlay(extraction, now, decisions, place))

  const stateOf = (stored: Stored, found: Reviewable): Promise<CurrentState> =>
    states.get(`${stored.document} ${stored.version}`, async () => {
      const state = await currentState(stored, await overlaidOf(stored), await rules())
      if (found.counted !== stored.version && found.decided > 0)
        await keepCounts(
          db,
          stored.document,
          found,
          stored.version,
          countsOf(stored.extraction, state.records, stored.decisions),
        )
      return state
    })

  /** Since the latest of the versions that were asked for. */
  const changedSince = (asked: readonly string[], stored: Stored): ChangedSince => {
    const then = asked.flatMap(each => parseVersion(each) ?? [])
    const is = parseVersion(stored.version)
    return {
      version: stored.version,
      decisions: stored.decisions.slice(Math.max(0, ...then.map(({ decided }) => decided))),
      reading: !then.some(({ reading }) => reading === is?.reading),
    }
  }

  return {
    codes: async () => (await rules()).codes,
    async version(document) {
      const basis = await findBasis(db, document)
      return basis === null ? null : await versionNow(basis)
    },
    async records(document) {
      const found = await findReviewable(db, document)
      if (found === null) return null
      return (await stateOf(await storedOf(document, found), found)).records
    },
    async history(document, after, limit) {
      const basis = await findBasis(db, document)
      if (basis === null) return null
      const most = Math.max(0, Math.min(limit, basis.decided - after))
      const decisions = most === 0 ? [] : await listDecisions(db, document, after, most)
      const gone = await undoneOn(db, document, basis.decided)
      const undone = decisions.flatMap(({ id }) => (gone.has(id) ? [id] : []))
      const next = after + most < basis.decided ? after + most : null
      return { version: await versionNow(basis), decisions, undone, next }
    },
    async settled(document, id) {
      const found = await findReviewable(db, document)
      if (found === null) return null
      const stored = await storedOf(document, found)
      const { records } = await stateOf(stored, found)
      const record = [...records.records, ...records.rejected].find(each => each.id === id)
      const decision = stored.decisions.find(each => each.id === record?.decision)
      if (record === undefined || decision === undefined || !('machine' in decision)) return 'not-settled'
      const first = new RecordKeys(stored.decisions).recordOf(decision.version)?.first ?? decision.version
      return { extraction: stored.extraction, record, decision, first }
    },
    async decide(document, asked, batch) {
      const found = await findReviewable(db, document)
      if (found === null) return null
      const held = await holderOf(db, document)
      if (held !== null && held.who !== batch.who) return { is: 'held', held }
      const stored = await storedOf(document, found)
      if (!asked.includes(stored.version)) return { is: 'stale', changed: changedSince(asked, stored) }
      const overlaid = await overlaidOf(stored)
      // to check the records takes up to a second, and only flags come of it
      const flags = batch.decisions.some(isOnFlag) ? (await stateOf(stored, found)).records.flags : []
      const decided = decide({ ...stored, overlaid, flags }, batch, {
        ...{ codes: (await rules()).codes, place: stored.place, newId: randomUUID },
        when: now().toISOString(),
      })
      if (!decided.ok) return { is: 'refused', issues: decided.issues }
      const { decisions } = decided
      // what is open takes a while to count; how much is settled does not
      const all = [...stored.decisions, ...decisions]
      const { settled: sample_settled, wrong: sample_wrong } = sampleOutcome(all)
      const after = overlay(stored.extraction, stored.now, all, stored.place)
      const progress = { ...settledOf(after), sample_settled, sample_wrong }
      const added = await appendDecisions(db, document, found, found.text, decisions, progress).catch(storageFailed)
      if (added.is === 'held') return added
      if (added.is === 'stale') {
        const since = await findReviewable(db, document)
        if (since === null) return null
        return { is: 'stale', changed: changedSince(asked, await storedOf(document, since)) }
      }
      const version = await versionNow({ ...found, decided: found.decided + decisions.length })
      // whoever asks next asks for these
      await overlays.get(`${document} ${version}`, async () => after)
      return { is: 'made', version, decisions }
    },
  }
}

/** Whether it is about what the checks say. */
const isOnFlag = (request: DecisionRequest): boolean => 'flag' in request

/** The texts that a decision's places are of. */
const anchoredTexts = (decision: Decision): string[] => [
  ...('anchor' in decision && decision.anchor !== null ? [decision.anchor.text] : []),
  ...('flag' in decision
    ? [...decision.flag.figures.map(({ anchor }) => anchor), ...decision.flag.evidence].map(({ text }) => text)
    : []),
]
