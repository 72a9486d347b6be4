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
} from '../../archive/decisions.ts'
import { keepCounts } from '../../archive/review-queue.ts'
import { storageFailed } from '../../archive/storage-failed.ts'
import type { ChangedSince, Decision, DecisionBatch, Records } from '../../contract/index.ts'
import { countsOf } from '../../review/agenda.ts'
import { type CurrentState, currentState, type Stored } from '../../review/current-state.ts'
import { decide } from '../../review/decide.ts'
import type { Issue } from '../../review/issue.ts'
import { placer } from '../../review/placer.ts'
import type { ReviewRules } from '../../review/review-rules.ts'
import { parseVersion, versionOf } from '../../review/version.ts'
import { recent } from './recent.ts'

export type DecideResult =
  | { readonly is: 'made'; readonly version: string; readonly decisions: readonly Decision[] }
  | { readonly is: 'stale'; readonly changed: ChangedSince }
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }
  | { readonly is: 'held'; readonly held: Held }

/** The records of documents as machine and reviewers have them, for the routes. */
export interface Review {
  /** The version of a document's records, without making them; null where it has no result. */
  version(document: string): Promise<string | null>
  /** Null where the document has no result. */
  records(document: string): Promise<Records | null>
  /** Null where the document has no result. */
  history(document: string): Promise<{ readonly version: string; readonly decisions: readonly Decision[] } | null>
  /** Stores decisions on the records of a version, all or none; null where the document has no result. */
  decide(document: string, version: string, batch: DecisionBatch): Promise<DecideResult | null>
}

/** Documents whose records are kept in memory: to check them takes up to a second. */
const KEPT = 16

/** @param rules asked for when they are needed first: to load them takes its time */
export function createReview({ db }: Archive, rules: () => Promise<ReviewRules>, now: () => Date): Review {
  const states = recent<CurrentState>(KEPT)

  const versionNow = async ({ decided, extraction, created }: Basis): Promise<string> =>
    versionOf(decided, [extraction, created], (await rules()).engine)

  const storedOf = async (document: string, found: Reviewable): Promise<Stored> => {
    const { result: extraction, decisions, text: hash } = found
    const older = new Set(decisions.flatMap(anchoredTexts).filter(each => each !== hash))
    const text = { text: extraction.text, hash }
    const place = placer(text, await textsOf(db, [...older]))
    return { document, version: await versionNow(found), extraction, now: text, decisions, place }
  }

  const stateOf = (stored: Stored, found: Reviewable): Promise<CurrentState> =>
    states.get(`${stored.document} ${stored.version}`, async () => {
      const state = await currentState(stored, await rules())
      if (found.counted !== stored.version && found.decided > 0)
        await keepCounts(db, stored.document, found, stored.version, countsOf(stored.extraction, state.records))
      return state
    })

  const changedSince = (asked: string, stored: Stored): ChangedSince => {
    const [then, is] = [parseVersion(asked), parseVersion(stored.version)]
    return {
      version: stored.version,
      decisions: stored.decisions.slice(then?.decided ?? 0),
      reading: then?.reading !== is?.reading,
    }
  }

  return {
    async version(document) {
      const basis = await findBasis(db, document)
      return basis === null ? null : await versionNow(basis)
    },
    async records(document) {
      const found = await findReviewable(db, document)
      if (found === null) return null
      return (await stateOf(await storedOf(document, found), found)).records
    },
    async history(document) {
      const basis = await findBasis(db, document)
      if (basis === null) return null
      const decisions = await listDecisions(db, document)
      return { version: await versionNow(basis), decisions: decisions.slice(0, basis.decided) }
    },
    async decide(document, asked, batch) {
      const found = await findReviewable(db, document)
      if (found === null) return null
      const held = await holderOf(db, document)
      if (held !== null && held.who !== batch.who) return { is: 'held', held }
      const stored = await storedOf(document, found)
      if (asked !== stored.version) return { is: 'stale', changed: changedSince(asked, stored) }
      const { overlaid, records } = await stateOf(stored, found)
      const decided = decide({ ...stored, overlaid, flags: records.flags }, batch, {
        ...{ codes: (await rules()).codes, place: stored.place, newId: randomUUID },
        when: now().toISOString(),
      })
      if (!decided.ok) return { is: 'refused', issues: decided.issues }
      const { decisions } = decided
      if (!(await appendDecisions(db, document, found, found.text, decisions).catch(storageFailed))) {
        const since = await findReviewable(db, document)
        if (since === null) return null
        return { is: 'stale', changed: changedSince(asked, await storedOf(document, since)) }
      }
      const version = await versionNow({ ...found, decided: found.decided + decisions.length })
      return { is: 'made', version, decisions }
    },
  }
}

/** The texts that a decision's places are of. */
const anchoredTexts = (decision: Decision): string[] => [
  ...('anchor' in decision && decision.anchor !== null ? [decision.anchor.text] : []),
  ...('flag' in decision
    ? [...decision.flag.figures.map(({ anchor }) => anchor), ...decision.flag.evidence].map(({ text }) => text)
    : []),
]
