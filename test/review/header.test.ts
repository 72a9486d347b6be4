import { expect, test } from 'vitest'
import type { DecisionRequest, DocumentHeader, HeaderChanges, NewStatement } from '../../src/contract/index.ts'
import { DecisionBatch, HeaderFields } from '../../src/contract/index.ts'
import { extractionOf } from '../support/extraction.ts'
import { Reviewing, reviewingText } from './review-support.ts'

const HEADER: Partial<DocumentHeader> = {
  ...{ number: '155/KH-UBND', symbol: 'KH-UBND', title: 'Phát triển kinh tế tập thể', issued: '2019-09-12' },
  area: { code: '20', name: 'Lạng Sơn', level: 'province' },
  signer: { name: 'Hồ Tiến Thiệu', title: 'Phó Chủ tịch', capacity: null },
}

const TEXT = 'Năm 2019 có 35 hợp tác xã.\n'

const read = (header: Partial<DocumentHeader> = HEADER) => extractionOf(Buffer.from(TEXT), 'a', { header })

const correct = (changes: HeaderChanges, why?: string): DecisionRequest => ({
  ...{ kind: 'correct-document', changes },
  ...(why === undefined ? {} : { why }),
})

const headerOf = async (reviewing: Reviewing) => (await reviewing.state()).records.header

const issuesOf = async (reviewing: Reviewing, ...requests: DecisionRequest[]) => {
  const result = await reviewing.decide(...requests)
  return result.ok ? [] : result.issues.map(({ at, code }) => [at, code])
}

test('a header that nobody has corrected is the machine’s', async () => {
  const header = await headerOf(new Reviewing(read()))
  expect(header).toMatchObject({ ...HEADER, settled: {}, machine: {}, since: [] })
  // of the file it says nothing
  expect(header).not.toHaveProperty('sha256')
})

test('a correction holds its fields and no other, and says whose it is and what the machine read', async () => {
  const reviewing = new Reviewing(read())
  await reviewing.decide(correct({ number: '156/KH-UBND', issued: null }, 'bản giấy'))
  const by = { decision: 'd1', who: 'Lan', when: '2026-01-02T03:04:05.000Z', why: 'bản giấy' }
  expect(await headerOf(reviewing)).toMatchObject({
    ...HEADER,
    ...{ number: '156/KH-UBND', issued: null },
    settled: { number: by, issued: by },
    machine: { number: '155/KH-UBND', issued: '2019-09-12' },
    since: [],
  })
})

test('the decision keeps what it took the place of: the machine’s value, then the other decision’s', async () => {
  const reviewing = new Reviewing(read())
  await reviewing.decide(correct({ number: '156/KH-UBND' }), correct({ number: '157/KH-UBND', title: 'Khác' }))
  expect(reviewing.decisions.map(d => d.kind === 'correct-document' && d.header)).toMatchObject([
    { settled: { number: '156/KH-UBND' }, replaced: { decisions: {}, fields: { number: '155/KH-UBND' } } },
    {
      settled: { number: '157/KH-UBND', title: 'Khác' },
      replaced: { decisions: { number: 'd1' }, fields: { number: '156/KH-UBND', title: HEADER.title } },
      machine: { number: '155/KH-UBND', title: HEADER.title },
    },
  ])
})

test('undone, a correction gives back what stood before; an undo undone, the correction', async () => {
  const reviewing = new Reviewing(read())
  const numbers = []
  for (const request of [
    correct({ number: '1' }),
    correct({ number: '2' }),
    { kind: 'undo', decision: 'd2' },
    { kind: 'undo', decision: 'd1' },
    { kind: 'undo', decision: 'd3' },
  ] as const) {
    expect(await issuesOf(reviewing, request)).toEqual([])
    numbers.push((await headerOf(reviewing)).number)
  }
  expect(numbers).toEqual(['1', '2', '1', '155/KH-UBND', '2'])
})

test('another reading changes no settled field, and is shown where it says otherwise than when the decision was made', async () => {
  const reviewing = new Reviewing(read())
  await reviewing.decide(correct({ number: '156/KH-UBND', title: 'Kế hoạch 2020' }))
  reviewing.readAnew(read({ ...HEADER, number: '15/KH-UBND', place: 'Lạng Sơn' }))
  expect(await headerOf(reviewing)).toMatchObject({
    ...{ number: '156/KH-UBND', title: 'Kế hoạch 2020', place: 'Lạng Sơn' },
    machine: { number: '15/KH-UBND', title: HEADER.title },
    since: ['number'],
  })
  reviewing.readAnew(read({ ...HEADER, number: '156/KH-UBND' }))
  expect(await headerOf(reviewing)).toMatchObject({ machine: { title: HEADER.title }, since: [] })
})

test.each([
  [{ issued: '2019-02-30' }, 'issued', 'bad-date'],
  [{ issued: '2019-13' }, 'issued', 'bad-date'],
  [{ issued: '0019' }, 'issued', 'bad-date'],
  [{ reports: '2020/2019' }, 'reports', 'bad-period'],
  [{ plans: '2019-01/2020' }, 'plans', 'bad-period'],
  [{ area: { code: '99', name: 'Ở đâu', level: 'province' } }, 'area', 'unknown-area'],
  [{ area: { code: '20', name: 'Lạng Sơn', level: 'district' } }, 'area', 'unknown-area'],
  [{ area: { code: '20', name: 'Bắc Kạn', level: 'province' } }, 'area', 'area-misnamed'],
  [{ number: '155/KH-UBND' }, 'number', 'field-unchanged'],
  [
    { signer: { name: 'Hồ Tiến Thiệu', title: 'Phó Chủ tịch', capacity: null } as HeaderChanges['signer'] },
    'signer',
    'field-unchanged',
  ],
] as const)('%j is refused', async (changes, at, code) => {
  const found = await issuesOf(new Reviewing(read()), correct({ place: 'Hà Nội', ...changes } as HeaderChanges))
  expect(found).toEqual([[`decisions/0/changes/${at}`, code]])
})

test.each([
  [{ number: 'Số 12 bis' }],
  [{ issued: '2023-09' }],
  [{ issued: '2023' }],
  [{ plans: '2021/2025' }],
  [{ area: { code: '24', name: 'Bắc Ninh', level: 'province' } }],
  [{ area: { code: '24', name: 'Bắc Giang', level: 'province' } }],
  [{ area: { code: null, name: 'Krông Pắc', level: 'district' } }],
  [{ area: null }],
  [{ signer: { name: null, title: 'Chủ tịch', capacity: 'TM. UBND TỈNH' } }],
  [{ kind: 'report' }],
  [{ recipients: ['Bộ Kế hoạch và Đầu tư', 'Lưu: VT'] }],
] as const)('%j is taken', async changes => {
  const reviewing = new Reviewing(read())
  expect(await issuesOf(reviewing, correct(changes as never))).toEqual([])
  expect(await headerOf(reviewing)).toMatchObject(changes)
})

test.each([
  {},
  { references: [] },
  { name: 'b.pdf' },
  { kind: null },
  { number: '' },
  { number: 'a\nb' },
  { number: 'x'.repeat(101) },
  { issued: '12/9/2019' },
  { signer: { name: null, title: null, capacity: null } },
  { area: { name: 'Lạng Sơn', level: 'province' } },
])('%j has no form of a correction', changes => {
  const decisions = [{ kind: 'correct-document', changes }]
  expect(DecisionBatch.safeParse({ who: 'Lan', decisions }).success).toBe(false)
})

test('every field that can be corrected can be asked to be', () => {
  const decisions = Object.keys(HeaderFields.shape).map(field => ({
    ...{ kind: 'correct-document' },
    changes: { [field]: field === 'kind' ? 'plan' : field === 'recipients' ? [] : null },
  }))
  expect(DecisionBatch.safeParse({ who: 'Lan', decisions }).success).toBe(true)
})

test('the checks take the header as it is corrected', async () => {
  const reviewing = await reviewingText(`ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nSố:      /KH-UBND\n
Lạng Sơn, ngày 12 tháng 9 năm 2019\n\nKẾ HOẠCH\nPhát triển kinh tế tập thể năm 2020\n\n${TEXT}`)
  const open = async () => (await reviewing.state()).records.flags.filter(f => f.state === 'open').map(f => f.check)
  expect(await open()).toEqual(['blank-number'])
  await reviewing.decide(correct({ number: '155/KH-UBND' }))
  expect(await open()).toEqual([])
})

test('a corrected area is that of what is added, and of no record that was read', async () => {
  const area = { code: '06', name: 'Bắc Kạn', level: 'province' } as const
  const reviewing =
    await reviewingText(`ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n\nKẾ HOẠCH\nPhát triển kinh tế tập thể năm 2020\n
Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã, ngoài ra thêm mười bảy.\n`)
  const before = (await reviewing.state()).records.records.map(r => r.area)
  expect(before.map(a => a?.name)).toContain('Lạng Sơn')
  const start = reviewing.extraction.text.indexOf('mười bảy')
  const statement: NewStatement = {
    ...{ subject: 'cooperative', indicator: 'organisations_new', value: 17, unit: 'organisation', period: '2019' },
    ...{ status: 'actual', sector: null, measure: 'level', comparator: 'eq', source: null, qualifier: null, per: [] },
  }
  await reviewing.decide(correct({ area }), { kind: 'add', place: { start, end: start + 8 }, statement })
  const { records } = (await reviewing.state()).records
  expect(records.find(r => r.settledBy === 'reviewer')?.area).toEqual(area)
  expect(records.filter(r => r.settledBy === 'machine').map(r => r.area)).toEqual(before)
})
