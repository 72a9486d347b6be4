import type { Decision, Detached, Note, RecordDecision, Span } from '../contract/index.ts'
import type { RecordKey, RecordKeys } from './record-keys.ts'
import type { Resolved } from './resolve.ts'

/** What stands on one record. */
export interface Gathered {
  /** The latest decision on what it is. */
  settling: RecordDecision | null
  readonly notes: Note[]
  /** Where it stands, if the machine does not give it. */
  readonly span: Span | null
}

type NoteDecision = Decision & { kind: 'note' }

/** Standing decisions by the records that they are on, and those that are on none. */
export const gather = (
  stands: readonly Decision[],
  keys: RecordKeys,
  resolved: ReadonlyMap<RecordKey, Resolved>,
): {
  readonly byRecord: ReadonlyMap<string, Gathered>
  readonly detached: readonly Detached[]
  readonly notes: readonly Note[]
} => {
  const byRecord = new Map<string, Gathered>()
  const detached: Detached[] = []
  const notes: Note[] = []
  const remarks: { readonly id: string; readonly decision: NoteDecision }[] = []
  for (const decision of stands) {
    if (decision.kind === 'note' && decision.anchor === null) notes.push(noteOf(decision))
    const key = keys.ofDecision(decision.version)
    const at = key === null ? undefined : resolved.get(key)
    if (at === undefined) continue
    if (at.is === 'detached') {
      detached.push({ decision, record: 'settled' in decision ? decision.settled : null })
      continue
    }
    const found = byRecord.get(at.id) ?? { settling: null, notes: [], span: at.is === 'own' ? at.span : null }
    byRecord.set(at.id, found)
    if (decision.kind === 'note') {
      found.notes.push(noteOf(decision))
      remarks.push({ id: at.id, decision })
    } else if ('machine' in decision) found.settling = decision
  }
  for (const { id, decision } of remarks) {
    const found = byRecord.get(id)
    // the machine does not give the record any more, and nobody has settled it
    if (found?.span != null && found.settling === null) detached.push({ decision, record: null })
  }
  return { byRecord, detached, notes }
}

const noteOf = ({ id, who, when, why }: NoteDecision): Note => ({ decision: id, who, when, text: why ?? '' })
