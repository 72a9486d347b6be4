import type { CurrentFlag, CurrentHeader, CurrentRecord, DecisionRequest, Records } from '../../contract/index.ts'
import { corrected } from '../../review/corrected.ts'
import { remembered } from '../remembered.ts'

/**
 * The records as they will be once decisions are stored, as far as a page can tell at once: what the checks say of corrected figures,
 * and what undoing brings back, only the server knows. The same decisions on the same records are the same object.
 */
export const withPending = (records: Records, pending: readonly DecisionRequest[]): Records =>
  pending.reduce((last, decision) => after(last)(decision), records)

const after = remembered((records: Records) => remembered((decision: DecisionRequest) => apply(records, decision)))

const apply = (records: Records, decision: DecisionRequest): Records => {
  switch (decision.kind) {
    case 'confirm':
      return settle(records, decision.record, record => record)
    case 'correct':
      return settle(records, decision.record, record => ({ ...record, ...corrected(record, decision.changes) }))
    case 'reject': {
      const gone = records.records.find(({ id }) => id === decision.record)
      if (gone === undefined) return records
      const settled = settle(records, gone.id, record => record)
      return {
        ...settled,
        records: settled.records.filter(({ id }) => id !== gone.id),
        // Which decision that is, is known once it is stored.
        rejected: [...records.rejected, { ...gone, settledBy: 'reviewer', decision: null }],
      }
    }
    case 'accept-suggestion': {
      const flag = records.flags.find(({ id }) => id === decision.flag)
      if (flag?.suggestion == null) return records
      const { observation, value } = flag.suggestion
      const settled = settle(records, observation, record => ({ ...record, ...corrected(record, { value }) }))
      return withFlag(settled, flag.id, 'resolved')
    }
    case 'dismiss':
      return withFlag(records, decision.flag, 'dismissed')
    case 'correct-document':
      return { ...records, header: { ...records.header, ...decision.changes } as CurrentHeader }
    case 'add': {
      // Where it will stand is not known here; that there is one more, is.
      const { progress } = records
      const one = { records: progress.records + 1, settled: progress.settled + 1 }
      return { ...records, progress: { ...progress, ...one } }
    }
    case 'undo':
      return withoutDecision(records, decision.decision)
    case 'note':
      return records
  }
}

const settle = (records: Records, id: string, change: (record: CurrentRecord) => CurrentRecord): Records => {
  const before = records.records.find(record => record.id === id)
  if (before === undefined) return records
  const { progress } = records
  const after: CurrentRecord = { ...change(before), settledBy: 'reviewer', confidence: 1, machine: null }
  const settled = progress.settled + (before.settledBy === 'machine' ? 1 : 0)
  return {
    ...records,
    records: records.records.map(record => (record === before ? after : record)),
    agenda: records.agenda.filter(({ record }) => record !== id),
    progress: { ...progress, settled },
  }
}

const withFlag = (records: Records, id: string, state: CurrentFlag['state']): Records => ({
  ...records,
  flags: records.flags.map(flag => (flag.id === id ? { ...flag, state } : flag)),
})

/** A record that is about to be taken back cannot be a second time. */
const withoutDecision = (records: Records, id: string): Records =>
  records.rejected.some(({ decision }) => decision === id)
    ? {
        ...records,
        rejected: records.rejected.map(record => (record.decision === id ? { ...record, decision: null } : record)),
      }
    : records
