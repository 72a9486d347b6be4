import type { Decision, RecordDecision } from '../contract/index.ts'
import { isMisread } from './misread.ts'
import { RecordKeys } from './record-keys.ts'
import { standing } from './standing.ts'

/** Of the random sample: how many records are settled, and how many of these the machine had read wrong. */
export interface SampleOutcome {
  readonly settled: number
  readonly wrong: number
}

/**
 * What came of the random sample of a document. A record belongs to it for good once it was drawn and settled, whatever is read in its
 * place later: what the latest decision says is held against what the machine said when it was drawn.
 * @param decisions all of one document, in the order of their versions; those of before there was a mark (`sampled`) are left out
 */
export const sampleOutcome = (decisions: readonly Decision[]): SampleOutcome => {
  const keys = new RecordKeys(decisions)
  const stands = new Set(standing(decisions))
  const chains = new Map<string, Chain>()
  const latest = new Map<unknown, Chain>()
  for (const decision of decisions) {
    if (!('machine' in decision)) continue
    const before = chains.get(decision.replaced?.decision ?? '')
    const chain: Chain = {
      record: keys.recordOf(decision.version),
      drawn: before === undefined ? (decision.sampled === true ? decision : null) : before.drawn,
      decision,
    }
    chains.set(decision.id, chain)
    if (stands.has(decision)) latest.set(chain.record, chain)
  }
  const settled = [...latest.values()].filter(({ drawn }) => drawn !== null)
  return { settled: settled.length, wrong: settled.filter(isWrong).length }
}

/** A decision, with the one that its record was drawn for, if it was. */
interface Chain {
  readonly record: unknown
  readonly drawn: RecordDecision | null
  readonly decision: RecordDecision
}

const isWrong = ({ drawn, decision }: Chain): boolean =>
  decision.kind === 'reject' ||
  (drawn !== null && drawn.machine !== null && isMisread(decision.settled, drawn.machine, drawn.anchor.quote))
