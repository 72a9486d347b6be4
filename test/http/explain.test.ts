import { expect, test } from 'vitest'
import { Explanation } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { problem } from '../../src/problem.ts'
import { openApp, settled, upload } from './support.ts'

const TEXT = 'Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.\n'

const archived = async (text = TEXT, reader = extract) => {
  const { app } = await openApp({ extract: reader })
  const id: string = (await upload(app, { 'a.txt': text })).json().documents[0].document.id
  await settled(app, id)
  const ask = (query: string) => app.inject(`/v1/documents/${id}/explain${query}`)
  return { app, id, ask }
}

test('a number of a stored document is explained from its original', async () => {
  const { app, id, ask } = await archived()
  const answer = await ask(`?offset=${TEXT.indexOf('35') + 1}`)
  expect(answer.statusCode).toBe(200)
  const explanation = Explanation.parse(answer.json())
  expect(explanation).toMatchObject({
    numeral: { text: '35', line: 1, column: 34, start: 33, end: 35 },
    class: 'observation',
    observation: { id: 'o33', indicator: 'organisations_new', value: 35 },
  })
  const extraction = (await app.inject(`/v1/documents/${id}/extraction`)).json()
  const { support, ...read } = extraction.observations[0]
  expect(support).toBe(0)
  expect(explanation.observation).toEqual(read)
  expect(explanation.engine).toEqual(extraction.engine)
})

test.each([
  ['beside a number', 0],
  ['behind the text', 10_000],
])('%s there is nothing to explain: 404', async (_, offset) => {
  const { ask } = await archived()
  const answer = await ask(`?offset=${offset}&lang=en`)
  expect([answer.statusCode, answer.json().code, answer.json().cause.en]).toEqual([
    404,
    'no-numeral',
    `No number stands at offset ${offset}.`,
  ])
})

test('an offset that is missing or none is refused', async () => {
  const { ask } = await archived()
  for (const query of ['', '?offset=-1', '?offset=x', '?offset=1.5']) {
    const answer = await ask(query)
    expect([query, answer.statusCode, answer.json().code]).toEqual([query, 400, 'invalid-request'])
  }
})

test('a document without a result has nothing to explain, and one that is not there neither', async () => {
  const { app, ask } = await archived(TEXT, async () => ({ ok: false, problem: problem('no-text') }))
  const failed = await ask('?offset=33')
  expect([failed.statusCode, failed.json().code]).toEqual([409, 'not-extracted'])
  const missing = await app.inject('/v1/documents/nothing/explain?offset=1')
  expect([missing.statusCode, missing.json().code]).toEqual([404, 'not-found'])
})
