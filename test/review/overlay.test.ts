import { expect, test } from 'vitest'
import type { Extraction, NewStatement } from '../../src/contract/index.ts'
import { extractionOf, observation } from '../support/extraction.ts'
import { Reviewing, recordAt, reviewingText } from './review-support.ts'

const TEXT = `Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.
Năm 2019 có 12 hợp tác xã giải thể.
Tổng số thành viên hợp tác xã năm 2019 là 1.559 người.
`

const kinds = (extraction: Extraction) => extraction.observations.map(o => o.value)

test('without decisions every record is the machine’s, in its order', async () => {
  const reviewing = await reviewingText(TEXT)
  const { records } = await reviewing.state()
  expect(kinds(reviewing.extraction)).toEqual([35, 12, 1559])
  expect(records.records).toEqual(
    reviewing.extraction.observations.map(o => ({
      ...o,
      settledBy: 'machine',
      decision: null,
      machine: null,
      notes: [],
    })),
  )
  expect(records.progress).toEqual({ records: 3, settled: 0, openFlags: { error: 0, warning: 0, note: 0 } })
})

test('a correction holds, shows what the machine says, and drops the reasons of what it changed', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '35')
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 36, status: 'estimate' }, why: 'bản gốc' })
  const record = await recordAt(reviewing, '35')
  const [machine] = reviewing.extraction.observations
  expect(record).toMatchObject({
    ...{ id, value: 36, status: 'estimate', settledBy: 'reviewer', decision: 'd1', confidence: 1 },
    machine: { observation: machine, since: false },
  })
  expect(Object.keys(machine?.because ?? {})).toContain('value')
  expect(Object.keys(record.because)).not.toContain('value')
  expect(Object.keys(record.because)).toContain('indicator')
  expect(reviewing.decisions[0]).toMatchObject({
    ...{
      kind: 'correct',
      version: 1,
      who: 'Lan',
      why: 'bản gốc',
      machine,
      replaced: { decision: null, observation: machine },
    },
    anchor: { record: id, quote: '35', before: 'Năm 2019 toàn tỉnh thành lập mới ', after: TEXT.slice(35, 75) },
  })
})

test('a later decision replaces the earlier one, and names it', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '35')
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 36 } })
  await reviewing.decide({ kind: 'correct', record: id, changes: { period: '2018' } })
  expect(await recordAt(reviewing, '35')).toMatchObject({ value: 36, period: '2018', decision: 'd2' })
  expect(reviewing.decisions[1]).toMatchObject({
    replaced: { decision: 'd1', observation: { value: 36, period: '2019' } },
  })
})

test('an undone decision gives way to the one before it; undoing that gives it back', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '35')
  await reviewing.decide({ kind: 'confirm', record: id })
  await reviewing.decide({ kind: 'correct', record: id, changes: { value: 36 } })
  await reviewing.decide({ kind: 'undo', decision: 'd2' })
  expect(await recordAt(reviewing, '35')).toMatchObject({ value: 35, decision: 'd1' })
  await reviewing.decide({ kind: 'undo', decision: 'd1' })
  expect(await recordAt(reviewing, '35')).toMatchObject({ value: 35, settledBy: 'machine' })
  await reviewing.decide({ kind: 'undo', decision: 'd3' })
  expect(await recordAt(reviewing, '35')).toMatchObject({ value: 36, decision: 'd2' })
  expect(await reviewing.decide({ kind: 'undo', decision: 'd3' })).toMatchObject({
    ok: false,
    issues: [
      {
        code: 'already-undone',
        message: {
          vi: 'quyết định của Lan, hủy quyết định, đã bị hủy rồi; lịch sử ghi ai đã hủy',
          en: 'the decision of Lan, undo, is undone already; the history says by whom',
        },
      },
    ],
  })
})

test('a rejected record is kept apart, and counts as settled', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '12')
  await reviewing.decide({ kind: 'reject', record: id })
  const { records } = await reviewing.state()
  expect(records.records.map(r => r.value)).toEqual([35, 1559])
  expect(records.rejected).toMatchObject([{ id, value: 12, settledBy: 'reviewer', machine: { since: false } }])
  expect(records.progress).toMatchObject({ records: 3, settled: 1 })
})

const missed = (extraction: Extraction, words: string) => ({
  ...extraction,
  observations: extraction.observations.filter(o => o.evidence.start !== extraction.text.indexOf(words)),
})

const ADDED: NewStatement = {
  ...{ subject: 'cooperative', indicator: 'organisations_dissolved', value: 12, unit: 'organisation' },
  ...{ period: '2019', status: 'actual', sector: null, measure: 'level', comparator: 'eq', per: [] },
  ...{ source: null, qualifier: null },
}

test('a statistic that was missed stands in reading order, with the area and label that follow', async () => {
  const whole = await reviewingText(TEXT)
  const reviewing = new Reviewing(missed(whole.extraction, '12'))
  const start = TEXT.indexOf('12')
  await reviewing.decide({ kind: 'add', place: { start, end: start + 2 }, statement: ADDED })
  const { records } = await reviewing.state()
  expect(records.records.map(r => [r.id, r.value])).toEqual([
    ['o33', 35],
    ['a1', 12],
    [expect.any(String), 1559],
  ])
  expect(records.records[1]).toMatchObject({
    ...{ settledBy: 'reviewer', machine: null, label: 'Số tổ chức giải thể' },
    evidence: { start, end: start + 2, line: 2, quote: 'Năm 2019 có 12 hợp tác xã giải thể.' },
  })
  await reviewing.decide({ kind: 'correct', record: 'a1', changes: { value: 13 } })
  expect(await recordAt(reviewing, '12')).toMatchObject({ id: 'a1', value: 13, machine: null })
  await reviewing.decide({ kind: 'undo', decision: 'd2' }, { kind: 'undo', decision: 'd1' })
  expect((await reviewing.state()).records.records.map(r => r.value)).toEqual([35, 1559])
})

test('what was added is the machine’s record once it finds it, too, as the reviewer has it', async () => {
  const whole = await reviewingText(TEXT)
  const reviewing = new Reviewing(missed(whole.extraction, '12'))
  const start = TEXT.indexOf('12')
  await reviewing.decide({
    ...{ kind: 'add', place: { start, end: start + 2 } },
    statement: { ...ADDED, indicator: 'organisations_suspended' },
  })
  reviewing.readAnew(whole.extraction)
  const { records } = await reviewing.state()
  expect(records.records).toHaveLength(3)
  expect(records.records[1]).toMatchObject({
    ...{ id: `o${start}`, indicator: 'organisations_suspended', decision: 'd1' },
    machine: { since: true, observation: { indicator: 'organisations_dissolved' } },
  })
})

test('a statistic that stands in no words is added by a box, on a line of its own place', async () => {
  const text = 'Có 35 hợp tác xã.\nCó 12 tổ hợp tác.\n'
  const at = (quote: string, top: number, page = 1) =>
    observation(text, quote, {
      ...{ id: `o${text.indexOf(quote)}`, value: Number(quote) },
      evidence: { ...observation(text, quote).evidence, page, box: [10, top, 20, top + 10] },
    })
  const reviewing = new Reviewing(
    extractionOf(Buffer.from(text), 'a', { observations: [at('35', 100), at('12', 200)] }),
  )
  await reviewing.decide({
    ...{ kind: 'add', place: { page: 1, box: [10, 150, 30, 160], quote: '7 liên hiệp' } },
    statement: { ...ADDED, value: 7 },
  })
  const { records } = await reviewing.state()
  expect(records.records.map(r => r.value)).toEqual([35, 7, 12])
  const line = text.indexOf('Có 12')
  expect(records.records[1]?.evidence).toMatchObject({
    ...{ start: line, end: line, page: 1, box: [10, 150, 30, 160], quote: '7 liên hiệp' },
  })
  // read anew with a line before it
  const other = `Kính gửi\n${text}`
  const moved = reviewing.extraction.observations.map(o => ({
    ...o,
    evidence: { ...o.evidence, start: o.evidence.start + 9, end: o.evidence.end + 9 },
  }))
  reviewing.readAnew({ ...reviewing.extraction, text: other, observations: moved })
  expect((await reviewing.state()).records.records.map(r => [r.value, r.evidence.start])).toEqual([
    [35, 12],
    [7, line + 9],
    [12, other.indexOf('12')],
  ])
})

test('notes stay with their record or with the document', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '35')
  await reviewing.decide({ kind: 'note', record: id, why: 'mờ' }, { kind: 'note', record: null, why: 'thiếu trang 3' })
  const { records } = await reviewing.state()
  expect(records.records[0]).toMatchObject({
    settledBy: 'machine',
    notes: [{ text: 'mờ', who: 'Lan', decision: 'd1' }],
  })
  expect(records.notes).toMatchObject([{ text: 'thiếu trang 3' }])
})

test('a rejected record takes notes, and keeps them when it is taken back', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id } = await recordAt(reviewing, '35')
  await reviewing.decide({ kind: 'reject', record: id })
  await reviewing.decide({ kind: 'note', record: id, why: 'không phải số liệu của tỉnh' })
  expect((await reviewing.state()).records.rejected).toMatchObject([{ id, notes: [{ decision: 'd2' }] }])
  await reviewing.decide({ kind: 'undo', decision: 'd1' })
  expect(await recordAt(reviewing, '35')).toMatchObject({ settledBy: 'machine', notes: [{ decision: 'd2' }] })
})
