import type {
  Changes,
  CurrentHeader,
  CurrentRecord,
  Decision,
  DecisionKind,
  DecisionRequest,
} from '../contract/index.ts'
import { HEADER_FIELDS } from '../contract/index.ts'
import { addedEvidence, addedRecord } from './added-record.ts'
import { anchorOf } from './anchor.ts'
import { anchoredFlag } from './anchored-flag.ts'
import { corrected } from './corrected.ts'
import { currentHeader, pick } from './current-header.ts'
import { decisionWords, recordWords } from './decision-words.ts'
import { headerIssues } from './header-issues.ts'
import { type Issue, issue } from './issue.ts'
import { addedId } from './record-keys.ts'
import { grounds, type Reviewed } from './reviewed.ts'
import { isSameNumber } from './same-number.ts'
import { standing } from './standing.ts'
import { type Codes, statementIssues } from './statement-issues.ts'
import { saysTheSame } from './statement-of.ts'

type Request<K extends DecisionKind> = Extract<DecisionRequest, { kind: K }>
type Base = Pick<Decision, 'id' | 'document' | 'version' | 'who' | 'when' | 'why' | 'engine'>
export type Made = Decision | readonly Issue[]
type Maker<K extends DecisionKind> = (request: Request<K>, on: Reviewed, base: Base, codes: Codes, at: string) => Made

/** Makes a decision of each kind of request, on the version that came before it; or says what is wrong with it. */
export const MAKERS: { readonly [K in DecisionKind]: Maker<K> } = {
  confirm: ({ record: id }, on, base, _, at) =>
    onRecord(on, id, at, record => {
      const kept = grounds(on, record)
      return { kind: 'confirm', ...base, ...kept, settled: { ...kept.replaced.observation, confidence: 1 } }
    }),

  correct: ({ record: id, changes }, on, base, codes, at) =>
    onRecord(on, id, at, record => {
      if (changes.value !== undefined && (changes.min !== undefined || changes.max !== undefined))
        return [issue(`${at}/changes/value`, 'value-and-range')]
      const edited = edit(on, record, changes)
      if (edited === null) return [issue(`${at}/changes`, 'nothing-changes')]
      const issues = statementIssues(edited.settled, codes, `${at}/changes`)
      return issues.length > 0 ? issues : { kind: 'correct', ...base, ...edited }
    }),

  reject: ({ record: id }, on, base, _, at) =>
    onRecord(on, id, at, record => ({ kind: 'reject', ...base, ...grounds(on, record) })),

  add: ({ place, statement }, on, base, codes, at) => {
    const evidence = addedEvidence(on.extraction, place, `${at}/place`)
    if ('code' in evidence) return [evidence]
    // where decisions have spoken of the place before, though none stands, its record keeps its name
    const there = on.overlaid.whereIs(anchorOf(on.now, evidence, null))
    const id = there === null || there.is === 'detached' ? addedId(base.version) : there.id
    const settled = { ...addedRecord(headerOn(on), statement, evidence, codes), id }
    const issues = [...whatIsThere(on, evidence, `${at}/place`), ...statementIssues(settled, codes, `${at}/statement`)]
    if (issues.length > 0) return issues
    const anchor = anchorOf(on.now, evidence, id)
    return { kind: 'add', ...base, anchor, first: on.overlaid.firstOn(id), replaced: null, machine: null, settled }
  },

  'correct-document': ({ changes }, on, base, codes, at) => {
    const header = headerOn(on)
    const issues = headerIssues(changes, header, codes, `${at}/changes`)
    if (issues.length > 0) return issues
    const fields = HEADER_FIELDS.filter(field => field in changes)
    const decisions = Object.fromEntries(
      fields.flatMap(field => {
        const held = header.settled[field]
        return held === undefined ? [] : [[field, held.decision]]
      }),
    )
    return {
      ...{ kind: 'correct-document', ...base },
      header: {
        settled: pick(changes, fields),
        replaced: { decisions, fields: pick(header, fields) },
        machine: pick(on.extraction.document, fields),
      },
    }
  },

  note: ({ record: id }, on, base, _, at) =>
    id === null
      ? { kind: 'note', ...base, anchor: null }
      : onShown(on, id, at, record => {
          const { anchor, first } = grounds(on, record)
          return { kind: 'note', ...base, anchor, first }
        }),

  'accept-suggestion': ({ flag: id }, on, base, codes, at) =>
    onFlag(on, id, at, flag => {
      const { suggestion } = flag
      if (suggestion === null) return [issue(`${at}/flag`, 'no-suggestion', { id })]
      return onRecord(on, suggestion.observation, at, record => {
        const edited = edit(on, record, { value: suggestion.value })
        if (edited === null) return [issue(`${at}/flag`, 'nothing-changes')]
        const issues = statementIssues(edited.settled, codes, at)
        return issues.length > 0
          ? issues
          : { kind: 'accept-suggestion', ...base, ...edited, flag: anchoredFlag(on, flag) }
      })
    }),

  dismiss: ({ flag: id }, on, base, _, at) =>
    onFlag(on, id, at, flag => ({ kind: 'dismiss', ...base, flag: anchoredFlag(on, flag) })),

  undo: ({ decision: id }, on, base, _, at) => {
    const undone = on.decisions.find(d => d.id === id)
    if (undone === undefined) return [issue(`${at}/decision`, 'decision-unknown', { id })]
    if (!standing(on.decisions).includes(undone)) {
      const { who } = undone
      return [issue(`${at}/decision`, 'already-undone', { who, decision: decisionWords(undone) })]
    }
    return { kind: 'undo', ...base, undoes: id }
  },
}

/** On a record that stands. */
const onRecord = (on: Reviewed, id: string, at: string, make: (record: CurrentRecord) => Made): Made =>
  onShown(on, id, at, record =>
    on.overlaid.rejected.includes(record) ? [isRejected(on, record, `${at}/record`)] : make(record),
  )

/** On a record that stands or is rejected. */
const onShown = (on: Reviewed, id: string, at: string, make: (record: CurrentRecord) => Made): Made => {
  const { records, rejected } = on.overlaid
  const record = records.find(r => r.id === id) ?? rejected.find(r => r.id === id)
  return record === undefined ? [issue(`${at}/record`, 'record-gone', { id })] : make(record)
}

const isRejected = ({ decisions, now }: Reviewed, { decision, label, evidence }: CurrentRecord, at: string): Issue => {
  const { who = '' } = decisions.find(({ id }) => id === decision) ?? {}
  const number = now.text.slice(evidence.start, evidence.end) || evidence.quote
  return issue(at, 'already-rejected', { who, record: recordWords(number, label) })
}

const onFlag = (on: Reviewed, id: string, at: string, make: (flag: Reviewed['flags'][number]) => Made): Made => {
  const flag = on.flags.find(f => f.id === id && f.state === 'open')
  return flag === undefined ? [issue(`${at}/flag`, 'flag-gone', { id })] : make(flag)
}

/** The header with all decisions made so far. */
const headerOn = ({ extraction, decisions }: Reviewed): CurrentHeader =>
  currentHeader(extraction.document, standing(decisions))

/** What a correction makes of a record; null where that is nothing new. */
const edit = (on: Reviewed, record: CurrentRecord, changes: Changes) => {
  const kept = grounds(on, record)
  const settled = { ...corrected(kept.replaced.observation, changes), confidence: 1 }
  return saysTheSame(settled, record) ? null : { ...kept, settled }
}

/** A number has one record. */
const whatIsThere = (on: Reviewed, place: CurrentRecord['evidence'], at: string): Issue[] => {
  const { extraction, overlaid } = on
  const isHere = ({ evidence }: CurrentRecord) => isSameNumber(extraction, evidence, place)
  const there = overlaid.records.find(isHere)
  if (there !== undefined) return [issue(at, 'already-there', { id: there.id })]
  const rejected = overlaid.rejected.find(isHere)
  return rejected === undefined ? [] : [isRejected(on, rejected, at)]
}
