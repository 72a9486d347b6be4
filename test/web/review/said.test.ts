import { expect, test } from 'vitest'
import type { CurrentFlag, Decision, DecisionRequest, Records } from '../../../src/contract/index.ts'
import { saidOf, saidOfUndone } from '../../../src/web/review/said.ts'
import { withPending } from '../../../src/web/review/with-pending.ts'
import { flag } from '../../support/extraction.ts'
import { DeskServer } from './desk-server.ts'

const suggestion = { observation: 'a', value: 1599, text: '1.599', because: [] }
const FLAG: CurrentFlag = {
  ...flag({ id: 'f1', expression: '1.559 / 1.520 = 102,6 % ≠ 105,2 %', suggestion }),
  ...{ raisedBy: 'machine', state: 'open', decision: null },
}

const saying = async (request: DecisionRequest): Promise<string> => {
  const records: Records = { ...(await new DeskServer().records()), flags: [FLAG] }
  return saidOf(request, records, withPending(records, [request]), 'vi')
}

test('what is said of a decision is the figure that it leaves, and the progress with it', async () => {
  expect(await saying({ kind: 'confirm', record: 'a' })).toBe('chấp nhận: Số thành viên 1.559 người. 1/3.')
  expect(await saying({ kind: 'correct', record: 'a', changes: { value: 1600 } })).toBe(
    'sửa: Số thành viên 1.600 người. 1/3.',
  )
  expect(await saying({ kind: 'reject', record: 'a' })).toBe('loại: Số thành viên 1.559 người. 1/3.')
})

test('of a flag its sum is said, or what its suggestion makes of the record', async () => {
  expect(await saying({ kind: 'accept-suggestion', flag: 'f1' })).toBe('theo gợi ý: Số thành viên 1.599 người. 1/3.')
  expect(await saying({ kind: 'dismiss', flag: 'f1', why: 'in vậy' })).toBe(
    'bỏ qua cờ: 1.559 / 1.520 = 102,6 % ≠ 105,2 %. 0/3.',
  )
})

test('a decision about nothing that is shown is said all the same', () => {
  expect(saidOf({ kind: 'undo', decision: 'x' }, null, null, 'vi')).toBe('hủy quyết định.')
})

test('what was taken back is said, whether it was stored or not', async () => {
  const records = await new DeskServer().records()
  const [record = null] = records.records
  const of = (what: object) => saidOfUndone({ is: 'undone', about: null, what: what as Decision }, 'vi')
  expect(of({ request: { kind: 'reject', record: 'a' }, seen: { record, rejected: false, flag: null } })).toBe(
    'Đã hủy “loại: Số thành viên 1.559 người”.',
  )
  expect(of({ kind: 'confirm', settled: record })).toBe('Đã hủy “chấp nhận: Số thành viên 1.559 người”.')
  expect(of({ kind: 'reject', replaced: { decision: null, observation: record } })).toBe(
    'Đã hủy “loại: Số thành viên 1.559 người”.',
  )
  expect(of({ kind: 'correct-document', header: { settled: { number: '156/KH-UBND' } } })).toBe(
    'Đã hủy “sửa thể thức: Số, ký hiệu 156/KH-UBND”.',
  )
  expect(of({ kind: 'note', why: 'xem bản giấy' })).toBe('Đã hủy “ghi chú: xem bản giấy”.')
  expect(of({ kind: 'dismiss', flag: FLAG })).toBe('Đã hủy “bỏ qua cờ: 1.559 / 1.520 = 102,6 % ≠ 105,2 %”.')
})
