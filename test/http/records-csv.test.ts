import { expect, test } from 'vitest'
import { DecisionsMade, type Records } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { openApp, settled, upload } from './support.ts'

const TEXT = `Năm 2019 tổng số thành viên hợp tác xã ước đạt 1.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2019 là 1.520 người).
`

const rowsOf = (csv: string): Record<string, string>[] => {
  const [head = '', ...rows] = csv.slice(1).trimEnd().split('\r\n')
  const names = head.split(',')
  // cells with commas stand in quotes
  const cellsOf = (row: string) => [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(match => match[1] ?? '')
  return rows.map(row => Object.fromEntries(cellsOf(row).map((cell, i) => [names[i] ?? '', cell])))
}

test('the CSV has the records as they hold now: corrected, without the rejected, with the added, and says whose they are', async () => {
  const { app } = await openApp({ extract })
  const id: string = (await upload(app, { 'kế hoạch.txt': TEXT })).json().documents[0].document.id
  await settled(app, id)
  const csv = () => app.inject(`/v1/documents/${id}/records.csv`)
  const before = await csv()
  expect(before.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="ke-hoach.csv"; filename*=UTF-8''k%E1%BA%BF-ho%E1%BA%A1ch.csv`,
  })
  expect(rowsOf(before.body).map(row => [row.document, row.value, row.settled_by, row.decision])).toEqual([
    ['kế hoạch.txt', '1559', 'machine', ''],
    ['kế hoạch.txt', '105.2', 'machine', ''],
    ['kế hoạch.txt', '1520', 'machine', ''],
  ])
  expect(rowsOf(before.body)[0]?.flags).toBe('f1')

  const { version, records } = (await app.inject(`/v1/documents/${id}/records`)).json<Records>()
  const start = TEXT.indexOf('2019')
  const statement = { subject: 'cooperative', indicator: 'members', value: 19, unit: 'person', period: '2019' }
  const made = await app.inject({
    ...{ method: 'POST', url: `/v1/documents/${id}/decisions`, headers: { 'if-match': `"${version}"` } },
    payload: {
      who: 'Lan',
      decisions: [
        { kind: 'correct', record: records[0]?.id, changes: { value: 1599 } },
        { kind: 'reject', record: records[1]?.id },
        { kind: 'add', place: { start: start + 2, end: start + 4 }, statement: { ...statement, status: 'actual' } },
      ],
    },
  })
  expect(made.statusCode).toBe(201)
  const [corrected, , added] = DecisionsMade.parse(made.json()).decisions
  expect(rowsOf((await csv()).body).map(row => [row.value, row.settled_by, row.decision, row.flags])).toEqual([
    ['19', 'reviewer', added?.id, ''],
    ['1599', 'reviewer', corrected?.id, ''],
    ['1520', 'machine', '', ''],
  ])
})

test('a document that is not there, or could not be read, has no CSV', async () => {
  const { app } = await openApp({ extract })
  const codeOf = async (id: string) => (await app.inject(`/v1/documents/${id}/records.csv`)).json().code
  expect(await codeOf('0000000000000000')).toBe('not-found')
  const id: string = (await upload(app, { 'a.pdf': '%PDF-1.4 damaged' })).json().documents[0].document.id
  expect((await settled(app, id)).state).toBe('failed')
  expect(await codeOf(id)).toBe('not-extracted')
})
