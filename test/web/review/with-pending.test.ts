import { expect, test } from 'vitest'
import type { DecisionRequest } from '../../../src/contract/index.ts'
import { statementKeys } from '../../../src/web/review/statement-keys.ts'
import { withPending } from '../../../src/web/review/with-pending.ts'
import { DeskServer } from './desk-server.ts'

const confirm = (record: string): DecisionRequest => ({ kind: 'confirm', record })

test('the same decisions on the same records are the same object, so that nothing of them is drawn again', async () => {
  const records = await new DeskServer().records()
  const decisions = [confirm('a'), confirm('b')]
  const shown = withPending(records, decisions)
  expect(shown.records.map(({ settledBy }) => settledBy)).toEqual(['reviewer', 'reviewer', 'machine'])
  expect(withPending(records, [...decisions])).toBe(shown)
  expect(withPending(records, [...decisions, confirm('c')]).records[0]).toBe(shown.records[0])
  expect(withPending(records, [])).toBe(records)
})

test('what is added counts at once', async () => {
  const records = await new DeskServer().records()
  const [like] = records.records
  if (like === undefined) throw new Error('there are no records')
  const added: DecisionRequest = { kind: 'add', place: { start: 0, end: 2 }, statement: statementKeys(like) }
  expect(withPending(records, [confirm('a'), added]).progress).toMatchObject({ records: 4, settled: 2 })
})

test('which decision a record is rejected by is told once it is stored, and no more when that is being undone', async () => {
  const records = await new DeskServer().records()
  const reject: DecisionRequest = { kind: 'reject', record: 'a' }
  const before = { ...records, records: records.records.map(record => ({ ...record, decision: 'd1' })) }
  expect(withPending(before, [reject]).rejected).toMatchObject([{ id: 'a', decision: null }])
  const [a, ...rest] = before.records
  if (a === undefined) throw new Error('there are no records')
  const stored = { ...before, records: rest, rejected: [a] }
  expect(withPending(stored, [{ kind: 'undo', decision: 'd1' }]).rejected).toMatchObject([{ id: 'a', decision: null }])
  expect(withPending(stored, [{ kind: 'undo', decision: 'd2' }])).toBe(stored)
})
