import type { CurrentRecord, Extraction, Note, Observation, RecordDecision, Span } from '../contract/index.ts'
import { evidenceAt } from './evidence-at.ts'
import { saysTheSame } from './statement-of.ts'

/** An observation of the machine that nobody has decided on. */
export const unsettled = (machine: Observation, notes: Note[]): CurrentRecord => ({
  ...machine,
  settledBy: 'machine',
  decision: null,
  machine: null,
  notes,
})

interface At {
  readonly id: string
  /** What the machine gives there; else null, and the place. */
  readonly machine: Observation | null
  readonly span: Span | null
}

/** A record as a decision has settled it, at its place in the present text. */
export const currentRecord = (
  extraction: Extraction,
  decision: RecordDecision,
  notes: Note[],
  { id, machine, span }: At,
): CurrentRecord => {
  const settled = decision.kind === 'reject' ? decision.replaced.observation : decision.settled
  const evidence = machine?.evidence ?? (span === null ? settled.evidence : moved(extraction, settled, span))
  const agrees = decision.kind === 'reject' ? machine === null : saysTheSame(settled, machine)
  return {
    ...settled,
    ...{ id, evidence, confidence: 1, support: machine?.support ?? 0 },
    settledBy: 'reviewer',
    decision: decision.id,
    // it found nothing when the reviewer decided, and nothing now
    machine:
      agrees || (machine === null && decision.machine === null)
        ? null
        : { observation: machine, since: !saysTheSame(decision.machine, machine) },
    notes,
  }
}

/** Page, box and shown words are those of the paper, and stay. */
const moved = (extraction: Extraction, { evidence }: Observation, span: Span) => {
  const { page, box, quote, path, recognised } = evidence
  return {
    ...evidenceAt(extraction, span, { page, box, quote }),
    path,
    ...(recognised === undefined ? {} : { recognised }),
  }
}
