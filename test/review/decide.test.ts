import { expect, test } from 'vitest'
import type { DecisionRequest, NewStatement } from '../../src/contract/index.ts'
import { type Reviewing, recordAt, reviewingText } from './review-support.ts'

const TEXT = `Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.
Năm 2019 có 12 hợp tác xã giải thể.
`

const correct = (changes: Extract<DecisionRequest, { kind: 'correct' }>['changes']) =>
  ({ kind: 'correct', record: 'o33', changes }) as const

const issuesOf = async (reviewing: Reviewing, ...requests: DecisionRequest[]) => {
  const result = await reviewing.decide(...requests)
  return result.ok ? [] : result.issues.map(({ at, code }) => [at, code])
}

test.each([
  [{ unit: 'VND' }, 'unit', 'unit-misfit'],
  [{ measure: 'share' }, 'unit', 'unit-misfit'],
  [{ indicator: 'unicorns' }, 'indicator', 'unknown-indicator'],
  [{ value: -3 }, 'value', 'value-negative'],
  [{ value: 3.5 }, 'value', 'value-not-whole'],
  [{ value: 1e19 }, 'value', 'value-out-of-reach'],
  [{ min: 3 }, 'min', 'no-value'],
  [{ min: 3, max: 2 }, 'min', 'range-backwards'],
  [{ value: 3, min: 1, max: 2 }, 'value', 'value-and-range'],
  [{ period: '2019-13' }, 'period', 'bad-period'],
  [{ period: '2020/2019' }, 'period', 'bad-period'],
  [{ per: ['year', 'year'] }, 'per', 'per-twice'],
  [{ area: { code: '99', name: 'Ở đâu', level: 'province' } }, 'area', 'unknown-area'],
  [{ area: { code: '20', name: 'Lạng Sơn', level: 'district' } }, 'area', 'unknown-area'],
  [{ area: { code: '20', name: 'Hà Nội', level: 'province' } }, 'area', 'area-misnamed'],
  [{ unit: 'percent', measure: 'share', value: 150 }, 'value', 'value-out-of-bounds'],
  [{ unit: 'percent', measure: 'share', value: 1e17 }, 'value', 'value-out-of-bounds'],
  [{ unit: 'percent', measure: 'share', min: 90, max: 100.1 }, 'min', 'value-out-of-bounds'],
  [{ unit: 'percent', measure: 'plan_completion', value: 1e7 }, 'value', 'value-out-of-bounds'],
  [{ unit: 'percent', measure: 'change', value: -101 }, 'value', 'value-out-of-bounds'],
  [{ unit: 'times', measure: 'multiple', value: 1e7 }, 'value', 'value-out-of-bounds'],
] as const)('%j is refused', async (changes, at, code) => {
  const reviewing = await reviewingText(TEXT)
  const found = await issuesOf(reviewing, correct(changes as never))
  expect(found).toEqual([[`decisions/0/changes/${at}`, code]])
})

test.each([
  [{ unit: 'percent', measure: 'share', value: 100 }],
  [{ unit: 'percent', measure: 'plan_completion', value: 550 }],
  [{ unit: 'percent', measure: 'change', value: 225 }],
  [{ unit: 'percent', measure: 'change', value: -100 }],
  [{ indicator: 'profit', unit: 'percent', measure: 'change', value: -240 }],
  [{ measure: 'change', value: -3 }],
  [{ indicator: 'revenue', unit: 'VND', value: -2.5e6 }],
  [{ indicator: 'members_per_organisation', unit: 'person', value: 14.5 }],
  [{ min: 30, max: 40 }],
  [{ period: '2019-01/2019-09' }],
  [{ area: { code: '20', name: 'Lạng Sơn', level: 'province' } }],
  [{ area: { code: null, name: 'Châu Đức', level: 'district' } }],
] as const)('%j is taken', async changes => {
  const reviewing = await reviewingText(TEXT)
  expect(await issuesOf(reviewing, correct(changes as never))).toEqual([])
  expect(await recordAt(reviewing, '35')).toMatchObject(changes)
})

test('a range takes the place of a value', async () => {
  const reviewing = await reviewingText(TEXT)
  await reviewing.decide(correct({ min: 30, max: 40 }))
  expect(await recordAt(reviewing, '35')).not.toHaveProperty('value')
  await reviewing.decide(correct({ value: 35 }))
  expect(await recordAt(reviewing, '35')).not.toHaveProperty('min')
})

const statement: NewStatement = {
  ...{ subject: 'cooperative', indicator: 'organisations_new', value: 35, unit: 'organisation', period: '2019' },
  ...{ status: 'actual', sector: null, measure: 'level', comparator: 'eq', source: null, qualifier: null },
  per: [],
}
const add = (place: Extract<DecisionRequest, { kind: 'add' }>['place']): DecisionRequest => ({
  ...{ kind: 'add', place },
  statement,
})

test('what is decided on must be there', async () => {
  const reviewing = await reviewingText(TEXT)
  const box = [1, 1, 2, 2] as [number, number, number, number]
  expect(
    await issuesOf(
      reviewing,
      { kind: 'confirm', record: 'o1' },
      { kind: 'note', record: 'o1', why: 'x' },
      { kind: 'dismiss', flag: 'f9', why: 'x' },
      { kind: 'accept-suggestion', flag: 'f9' },
      { kind: 'undo', decision: 'd99' },
      add({ start: 33, end: 35 }),
      add({ start: 5, end: 5 }),
      add({ start: 0, end: 1000 }),
      add({ start: 3, end: 4 }),
      add({ page: 1, box, quote: '3' }),
      correct({ value: 35 }),
    ),
  ).toEqual([
    ['decisions/0/record', 'record-gone'],
    ['decisions/1/record', 'record-gone'],
    ['decisions/2/flag', 'flag-gone'],
    ['decisions/3/flag', 'flag-gone'],
    ['decisions/4/decision', 'decision-unknown'],
    ['decisions/5/place', 'already-there'],
    ['decisions/6/place', 'outside-text'],
    ['decisions/7/place', 'outside-text'],
    ['decisions/8/place', 'no-words'],
    ['decisions/9/place/page', 'no-such-page'],
    ['decisions/10/changes', 'nothing-changes'],
  ])
})

test('of a batch each decision sees what those before it have done', async () => {
  const reviewing = await reviewingText(TEXT)
  expect(
    await issuesOf(
      reviewing,
      correct({ value: 36 }),
      correct({ period: '2018' }),
      { kind: 'reject', record: 'o33' },
      { kind: 'confirm', record: 'o33' },
    ),
  ).toEqual([['decisions/3/record', 'already-rejected']])
  await reviewing.decide(correct({ value: 36 }), correct({ period: '2018' }))
  expect(reviewing.decisions.map(d => d.version)).toEqual([1, 2])
  expect(await recordAt(reviewing, '35')).toMatchObject({ value: 36, period: '2018' })
})

test('a box is on its page, and holds one statistic', async () => {
  const reviewing = await reviewingText(TEXT)
  const { document } = reviewing.extraction
  reviewing.readAnew({ ...reviewing.extraction, document: { ...document, pages: 2 } })
  const inBox = (page: number, ...box: [number, number, number, number]) => add({ page, box, quote: '3' })
  expect(await issuesOf(reviewing, inBox(1, 0, 0, 1e300, 1e300), inBox(1, 0, 0, 20, 14_401))).toEqual([
    ['decisions/0/place/box', 'not-a-box'],
    ['decisions/1/place/box', 'not-a-box'],
  ])
  const [here, larger, beside] = [inBox(1, 10, 10, 30, 20), inBox(1, 9, 9, 31, 21), inBox(1, 25, 10, 45, 20)]
  for (const again of [here, larger])
    expect(await issuesOf(reviewing, here, again)).toEqual([['decisions/1/place', 'already-there']])
  expect(await issuesOf(reviewing, here, inBox(2, 10, 10, 30, 20), inBox(1, 10, 30, 30, 40), beside)).toEqual([])
  expect(await issuesOf(reviewing, larger)).toEqual([['decisions/0/place', 'already-there']])
  await reviewing.decide({ kind: 'reject', record: `a${reviewing.decisions[0]?.version}` })
  expect(await issuesOf(reviewing, larger)).toEqual([['decisions/0/place', 'already-rejected']])
})

test('what is added again at a place where it was undone keeps its name, also within one batch', async () => {
  const reviewing = await reviewingText(TEXT)
  const here = add({ start: 9, end: 13 })
  await reviewing.decide(here)
  const record = 'a1'
  expect(await issuesOf(reviewing, { kind: 'undo', decision: 'd1' }, here, { kind: 'note', record, why: 'x' })).toEqual(
    [],
  )
  expect(reviewing.decisions.at(2)).toMatchObject({ kind: 'add', anchor: { record }, settled: { id: record } })
})

test('a batch of which one is bad makes no decision at all', async () => {
  const reviewing = await reviewingText(TEXT)
  await reviewing.decide(correct({ value: 36 }), { kind: 'confirm', record: 'o1' })
  expect(reviewing.decisions).toEqual([])
})

test.each([
  [
    { unit: 'VND' },
    'đơn vị “đồng” không hợp với chỉ tiêu “Số tổ chức thành lập mới”, loại số “Mức”; cần “tổ chức”',
    'unit “VND” does not fit indicator “organisations newly founded”, measure “Level”; expected “organisations”',
  ],
  [
    { unit: 'other', measure: 'change' },
    'đơn vị “đơn vị khác” không hợp với chỉ tiêu “Số tổ chức thành lập mới”, loại số “Tăng, giảm”; cần “tổ chức”, “%”, “lần”',
    'unit “another unit” does not fit indicator “organisations newly founded”, measure “Change”; expected “organisations”, “%”, “times”',
  ],
  [
    { value: 1840.5 },
    'giá trị 1.840,5 không nguyên; đếm bằng “tổ chức” thì phải nguyên',
    '1,840.5 is not whole; organisations are counted',
  ],
  [
    { value: -5 },
    'giá trị −5 âm; chỉ tăng giảm và tiền mới có thể âm',
    '−5 is negative; only changes and money can be',
  ],
  [
    { unit: 'percent', measure: 'share', value: 100.5 },
    'giá trị 100,5 không thể có với loại số “Tỷ trọng”; phải từ 0 đến 100',
    '100.5 cannot be with measure “Share”; it is from 0 to 100',
  ],
  [
    { unit: 'percent', measure: 'plan_completion', value: 1e7 },
    'giá trị 10.000.000 không thể có với loại số “% kế hoạch”; phải từ −1.000.000 đến 1.000.000',
    '10,000,000 cannot be with measure “% of plan”; it is from −1,000,000 to 1,000,000',
  ],
  [{ min: 3.5, max: 2 }, 'min 3,5 không nhỏ hơn max 2', 'min 3.5 is not below max 2'],
  [{ per: ['year', 'year'] }, '“năm” được ghi hai lần', '“year” is given twice'],
  [
    { area: { code: '20', name: 'Lạng Sơn', level: 'district' } },
    'mã địa phương 20 không phải của một tỉnh (cấp huyện)',
    '20 is no code of a province (district)',
  ],
] as const)('the refusal of %j names codes and writes numbers as each language does', async (changes, vi, en) => {
  const reviewing = await reviewingText(TEXT)
  const result = await reviewing.decide(correct(changes as never))
  expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([{ vi, en }])
})

test('a refusal names the decision that is in the way by what it does and who made it', async () => {
  const reviewing = await reviewingText(TEXT)
  const { id, label } = await recordAt(reviewing, '35')
  const said = async (request: DecisionRequest) => {
    const result = await reviewing.decide(request)
    return result.ok ? [] : result.issues.map(({ message }) => message)
  }
  await reviewing.decide({ kind: 'reject', record: id })
  const rejected = {
    vi: `số liệu “35” (${label}) đã bị Lan loại; lấy lại số liệu này trước, rồi hãy quyết định`,
    en: `record “35” (${label}) is rejected, by Lan; take it back before you decide on it`,
  }
  expect(await said({ kind: 'confirm', record: id })).toEqual([rejected])
  expect(await said(add({ start: 33, end: 35 }))).toEqual([rejected])
  await reviewing.decide({ kind: 'undo', decision: 'd1' })
  expect(await said({ kind: 'undo', decision: 'd1' })).toEqual([
    {
      vi: `quyết định của Lan, loại “35” (${label}), đã bị hủy rồi; lịch sử ghi ai đã hủy`,
      en: `the decision of Lan, reject “35” (${label}), is undone already; the history says by whom`,
    },
  ])
})
