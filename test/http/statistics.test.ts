import { expect, test } from 'vitest'
import { MisreadingList, ReviewStatistics } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { reviewed } from './review-support.ts'
import { openApp } from './support.ts'

const TEXT = `Kế hoạch phát triển kinh tế tập thể năm 2020

I. Kết quả năm 2019

Thành lập mới 12 hợp tác xã. Giải thể 5 hợp tác xã. Tổng số thành viên là 1.559 người.
`

const opened = async () => {
  const { app, archive } = await openApp({ extract })
  const { id, records, decideNow: decide } = await reviewed(app, TEXT, 'ke-hoach.txt')
  return {
    ...{ app, archive, id, records, decide },
    statistics: async () => ReviewStatistics.parse((await app.inject('/v1/review/statistics')).json()),
    misreadings: async (query: Record<string, string>) =>
      MisreadingList.parse((await app.inject({ url: '/v1/review/misreadings', query })).json()).misreadings,
  }
}

test('before anything is decided there is nothing to agree with, and all is open', async () => {
  const { statistics } = await opened()
  expect(await statistics()).toMatchObject({
    documents: { read: 1, reviewed: 0, uncounted: 0 },
    records: { total: 3, settled: 0, open: 3 },
    sample: { settled: 0, rate: null, low: 0, high: 1 },
    ...{ missed: [], rules: [] },
  })
})

test('a rule is blamed for its own attribute alone, comes first when it is wrong, and names its file', async () => {
  const { decide, records, statistics, misreadings, id } = await opened()
  const [founded, dissolved, members] = (await records()).records
  await decide(
    { kind: 'correct', record: founded?.id, changes: { indicator: 'organisations_active' } },
    { kind: 'confirm', record: dissolved?.id },
    { kind: 'reject', record: members?.id },
  )
  const { rules, records: counts } = await statistics()
  expect(counts).toEqual({ total: 3, settled: 3, open: 0 })
  await expect.poll(async () => (await statistics()).documents).toMatchObject({ reviewed: 1, uncounted: 0 })
  const named = (rule: string | undefined) => rules.find(r => r.rule === rule)
  const [wrong, right, rejected] = [founded, dissolved, members].map(r => named(r?.because.indicator?.rule))
  expect(wrong).toMatchObject({
    ...{ attribute: 'indicator', confirmed: 0, corrected: 1, rejected: 0 },
    place: { file: 'indicators/organisations.yaml', line: expect.any(Number) },
    wrong: { settled: 1, wrong: 1, rate: 1 },
  })
  expect(right).toMatchObject({ confirmed: 1, corrected: 0, rejected: 0, wrong: { rate: 0, low: 0 } })
  expect(rejected).toMatchObject({ confirmed: 0, corrected: 0, rejected: 1 })
  // the period of the corrected record was right, and a rejected one does not speak against its heading
  expect(rules.find(r => r.attribute === 'period' && r.rule === null)).toMatchObject({ corrected: 0, rejected: 0 })
  const rates = rules.map(r => r.wrong.low)
  expect(rates).toEqual(rates.toSorted((a, b) => b - a))
  expect(await misreadings({ attribute: 'indicator', rule: wrong?.rule ?? '' })).toMatchObject([
    {
      document: { id, name: 'ke-hoach.txt' },
      ...{ record: founded?.id, read: 'organisations_new', right: 'organisations_active', who: 'Lan' },
      quote: expect.stringContaining('12 hợp tác xã'),
    },
  ])
  expect(await misreadings({ attribute: 'indicator', rule: rejected?.rule ?? '' })).toMatchObject([
    { read: 'members', right: null },
  ])
})

test('what was undone does not count', async () => {
  const { decide, records, statistics, misreadings } = await opened()
  const [founded] = (await records()).records
  const [made] = await decide({ kind: 'correct', record: founded?.id, changes: { status: 'target' } })
  expect((await statistics()).rules.some(r => r.corrected === 1)).toBe(true)
  const [undone] = await decide({ kind: 'undo', decision: made?.id })
  expect((await statistics()).rules).toEqual([])
  await decide({ kind: 'undo', decision: undone?.id })
  const wrong = (await statistics()).rules.filter(r => r.corrected === 1)
  expect(wrong).toMatchObject([{ attribute: 'status' }])
  const [{ attribute = 'status', origin = null, rule = null } = {}] = wrong
  const query = { attribute, ...(origin === null ? {} : { origin }), ...(rule === null ? {} : { rule }) }
  expect(await misreadings(query)).toMatchObject([{ read: 'actual', right: 'target' }])
})

test('a statistic that was missed is counted by its indicator, and blames no rule', async () => {
  const { decide, statistics, misreadings } = await opened()
  const start = TEXT.indexOf('2020')
  await decide({
    kind: 'add',
    place: { start, end: start + 4 },
    statement: {
      ...{ subject: 'cooperative', indicator: 'organisations', unit: 'organisation', value: 2020 },
      ...{ period: '2020', status: 'target' },
    },
  })
  const { missed, rules, records } = await statistics()
  expect([missed, rules]).toEqual([[{ indicator: 'organisations', missed: 1 }], []])
  expect(records).toEqual({ total: 4, settled: 1, open: 3 })
  expect(await misreadings({ attribute: 'number', rule: 'organisations' })).toMatchObject([
    { read: null, right: 'organisations' },
  ])
})

test('an attribute that is none is refused: 400', async () => {
  const { app } = await opened()
  const answer = await app.inject('/v1/review/misreadings?attribute=colour')
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request'])
})

test('a document with a damaged decision stops neither the figures nor the queue', async () => {
  const { app, archive, id, decide, records, statistics } = await opened()
  const [founded] = (await records()).records
  await decide({ kind: 'confirm', record: founded?.id })
  await expect.poll(async () => (await statistics()).documents.uncounted).toBe(0)
  await archive.db.updateTable('decisions').set({ body: '{}' }).execute()
  await archive.db.updateTable('documents').set({ reviewed: null }).where('id', '=', id).execute()
  expect(await statistics()).toMatchObject({ documents: { reviewed: 1, uncounted: 1 }, records: { settled: 1 } })
  const answer = await app.inject('/v1/review/next?who=Lan')
  expect([answer.statusCode, answer.json().next]).toEqual([200, null])
})
