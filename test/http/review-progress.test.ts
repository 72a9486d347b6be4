import { expect, test } from 'vitest'

import { DEFAULT_LIMITS, extract } from '../../src/extract.ts'
import type { ArchivedDocument, DocumentPage } from '../../src/http/schemas.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { openApp } from './support.ts'

const TEXT = `Năm 2019 tổng số thành viên hợp tác xã ước đạt 1.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2019 là 1.520 người).
`

onBothDatabases('the progress of review in the list', database => {
  test('follows a decision at once, the open flags soon after, without anybody asking for the records', async () => {
    const archive = await newArchive(database)
    await archive.add(streamOf(TEXT), 'a.txt', 1000)
    const result = await extract(Buffer.from(TEXT), 'a.txt', DEFAULT_LIMITS)
    if (!result.ok) throw new Error(result.problem.code)
    const claimed = await taken(archive)
    await archive.finish(claimed, result.extraction)
    const { id } = claimed.document
    const { app } = await openApp({ archive })
    const document = async () => (await app.inject(`/v1/documents/${id}`)).json<ArchivedDocument>()
    const list = async (query: string) => (await app.inject(`/v1/documents?${query}`)).json<DocumentPage>().documents
    expect(await document()).toMatchObject({ records: 3, settled: 0, flags: { error: 1 } })

    const { version, records } = (await app.inject(`/v1/documents/${id}/records`)).json()
    const start = TEXT.indexOf('2019')
    const answer = await app.inject({
      ...{ method: 'POST', url: `/v1/documents/${id}/decisions`, headers: { 'if-match': `"${version}"` } },
      payload: {
        who: 'Lan',
        decisions: [
          { kind: 'correct', record: records[0].id, changes: { value: 1599 } },
          { kind: 'reject', record: records[1].id },
          { kind: 'add', place: { start, end: start + 4 }, statement: { ...statement, value: 2019 } },
        ],
      },
    })
    expect(answer.statusCode).toBe(201)
    expect(await document()).toMatchObject({ observations: 3, records: 4, settled: 3 })
    expect(await list('review=some')).toMatchObject([{ id, records: 4, settled: 3 }])
    expect(await list('review=none')).toEqual([])
    await expect.poll(async () => (await document()).flags).toMatchObject({ error: 0 })
    expect(await list('review=some')).toMatchObject([{ id }])
  })
})

test('an unknown state of review is refused', async () => {
  const { app } = await openApp()
  const answer = await app.inject('/v1/documents?review=perhaps')
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request'])
})

const statement = {
  ...{ subject: 'cooperative', indicator: 'members', sector: null, measure: 'level', comparator: 'eq' },
  ...{ unit: 'person', per: [], period: '2019', status: 'estimate', area: null, source: null, qualifier: null },
}
