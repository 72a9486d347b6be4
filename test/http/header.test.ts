import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import type { HeaderChanges } from '../../src/contract/index.ts'
import { Decision, Records } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { judgeStored } from '../../src/reextract/judge-stored.ts'
import type { Extract } from '../../src/work/reading.ts'
import { newArchive, onBothDatabases } from '../support/archive.ts'
import { openApp, readBy, upload } from './support.ts'

/** A plan of Lạng Sơn for 2020, with a number that was read so. */
const plan = (number = '155') => `ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n\nSố: ${number}/KH-UBND

Lạng Sơn, ngày 12 tháng 9 năm 2019\n\nKẾ HOẠCH\nPhát triển kinh tế tập thể năm 2020

Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.
`

/** As another program would read the same file. */
const readsNumber =
  (number: string): Extract =>
  (_, name, limits) =>
    extract(Buffer.from(plan(number)), name, limits)

const opened = async (archive: Archive) => {
  const { app } = await openApp({ archive, extract: readsNumber('155') })
  const id: string = (await upload(app, { 'ke-hoach.txt': plan() })).json().documents[0].document.id
  await readBy(archive, readsNumber('155'), id)
  const get = async (path: string) => (await app.inject(`/v1/documents/${id}${path}`)).json()
  const records = async () => Records.parse(await get('/records'))
  const decide = async (decisions: readonly object[], version?: string) =>
    app.inject({
      ...{ method: 'POST', url: `/v1/documents/${id}/decisions?lang=en`, payload: { who: 'Lan', decisions } },
      headers: { 'if-match': `"${version ?? (await records()).version}"` },
    })
  const correct = (changes: HeaderChanges | Record<string, unknown>, version?: string) =>
    decide([{ kind: 'correct-document', changes }], version)
  return { app, id, get, records, decide, correct, read: (number: string) => readAnew(archive, id, number) }
}

const readAnew = async (archive: Archive, id: string, number: string): Promise<void> => {
  await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
  await readBy(archive, readsNumber(number), id)
}

const found = async (app: FastifyInstance, query: string): Promise<number> =>
  (await app.inject(`/v1/documents?${query}`)).json().total

const BAC_KAN = { code: '06', name: 'Bắc Kạn', level: 'province' } as const
const CORRECTION = {
  ...{ number: '507/KH-UBND', title: 'Kế hoạch hợp tác xã', plans: '2021', area: BAC_KAN },
  issuer: { name: 'Ủy ban nhân dân tỉnh Bắc Kạn', level: 'province' },
} as const

onBothDatabases('a corrected header', database => {
  test('is what document, list, search and facets say at once; the extraction stays as it was read', async () => {
    const archive = await newArchive(database)
    const { app, id, get, correct } = await opened(archive)
    const [extraction, before] = [await get('/extraction'), await get('')]
    expect(before).toMatchObject({ number: '155/KH-UBND', year: 2020, area: { code: '20' } })
    expect((await correct(CORRECTION)).statusCode).toBe(201)
    const { issuer, number, title, plans } = CORRECTION
    expect(await get('')).toEqual({ ...before, issuer, number, title, plans, area: BAC_KAN, year: 2021 })
    expect((await app.inject('/v1/documents')).json().documents).toEqual([await get('')])
    expect(await Promise.all(['q=507', 'q=bac+kan', 'area=06', 'year=2021'].map(q => found(app, q)))).toEqual([
      1, 1, 1, 1,
    ])
    expect(await Promise.all(['q=155', 'q=lang+son', 'area=20', 'year=2020'].map(q => found(app, q)))).toEqual([
      0, 0, 0, 0,
    ])
    expect((await app.inject('/v1/facets')).json()).toMatchObject({
      areas: [{ ...BAC_KAN, documents: 1 }],
      years: [{ year: 2021, documents: 1 }],
    })
    expect(await get('/extraction')).toEqual(extraction)
    expect((await verify(archive)).findings).toEqual([])
    expect(id).toBe(before.id)
  })

  test('outlasts another reading and another judgement, also in the list, and says what the machine reads now', async () => {
    const archive = await newArchive(database)
    const { app, get, id, correct, records, read } = await opened(archive)
    await correct({ number: '507/KH-UBND' })
    await read('166')
    expect((await records()).header).toMatchObject({
      number: '507/KH-UBND',
      settled: { number: { who: 'Lan' } },
      machine: { number: '166/KH-UBND' },
      since: ['number'],
    })
    expect([(await get('')).number, await found(app, 'q=507'), await found(app, 'q=166')]).toEqual([
      '507/KH-UBND',
      1,
      0,
    ])

    const { extraction } = await archive.db.selectFrom('documents').select('extraction').executeTakeFirstOrThrow()
    const stale = { id, name: 'ke-hoach.txt', extraction: extraction ?? '' }
    await archive.db
      .insertInto('reextractions')
      .values({
        ...{ id: 'r', created: '', engine: '', rules: '', scope: 'all', listed: null, untouched: 0, impact: null },
      })
      .execute()
    const judged = await judgeStored(
      archive.db,
      'r',
      stale as Parameters<typeof judgeStored>[2],
      { judge: async (e: object) => ({ ...e, engine: { version: '9', rules: 'other' } }) } as never,
      '2026-01-02T03:04:05.000Z',
    )
    expect(judged).toBe(true)
    expect(await get('')).toMatchObject({ number: '507/KH-UBND', engine: { rules: 'other' } })
    const disagreeing = async () =>
      (await verify(archive)).findings.filter(({ code }) => code === 'columns-disagree').map(({ subject }) => subject)
    expect(await disagreeing()).toEqual([])
    await archive.db.updateTable('documents').set({ number: '166/KH-UBND' }).execute()
    expect(await disagreeing()).toEqual([id])
  })

  test('undone, is the machine’s as it reads now, in the list too', async () => {
    const { app, get, correct, decide, read, records } = await opened(await newArchive(database))
    const { decisions } = (await correct({ number: '507/KH-UBND', title: 'Khác' })).json()
    await read('166')
    const undone = (await decide([{ kind: 'undo', decision: decisions[0].id }])).json()
    expect(await get('')).toMatchObject({ number: '166/KH-UBND', title: expect.stringContaining('kinh tế tập thể') })
    expect((await records()).header).toMatchObject({ number: '166/KH-UBND', settled: {}, machine: {} })
    await decide([{ kind: 'undo', decision: undone.decisions[0].id }])
    expect([(await get('')).number, await found(app, 'q=khac')]).toEqual(['507/KH-UBND', 1])
  })

  test('of a batch of which one is bad is not stored, and the list shows nothing of it', async () => {
    const { get, decide, records } = await opened(await newArchive(database))
    const answer = await decide([
      { kind: 'correct-document', changes: { number: '507/KH-UBND' } },
      { kind: 'correct-document', changes: { issued: '2019-02-30', area: { ...BAC_KAN, code: '20' } } },
    ])
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'decision-refused'])
    expect(answer.json().issues).toEqual([
      {
        at: 'decisions/1/changes/issued',
        code: 'bad-date',
        message: '2019-02-30 is in no calendar; write 2019-09-12, 2019-09, 2019',
      },
      {
        at: 'decisions/1/changes/area',
        code: 'area-misnamed',
        message: '20 is not the code of Bắc Kạn but of Lạng Sơn',
      },
    ])
    expect([(await get('')).number, (await records()).header.settled]).toEqual(['155/KH-UBND', {}])
  })
})

test('a header that another reviewer has corrected meanwhile is not corrected: 409 with what he did', async () => {
  const { correct, records, get } = await opened(await newArchive('sqlite'))
  const { version } = await records()
  await correct({ number: '507/KH-UBND' })
  const answer = await correct({ title: 'Khác' }, version)
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'stale-version'])
  expect(answer.json().changed.decisions.map((d: unknown) => Decision.parse(d))).toMatchObject([
    { kind: 'correct-document', header: { settled: { number: '507/KH-UBND' } } },
  ])
  expect((await get('')).title).not.toBe('Khác')
})

test('a correction of the wrong form is refused before anything is looked up: 400', async () => {
  const { correct } = await opened(await newArchive('sqlite'))
  const answer = await correct({ issued: '12/9/2019', colour: 'red' })
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request'])
  expect(answer.json().issues.map((i: { at: string }) => i.at)).toContain('decisions/0/changes/issued')
})

test('the provinces are given with the codes that each has had', async () => {
  const { app } = await openApp()
  const { provinces } = (await app.inject('/v1/codes')).json()
  expect(provinces.filter((p: { name: string }) => p.name === 'Bắc Ninh')).toEqual([
    { code: '27', name: 'Bắc Ninh', from: '1997-01-01', until: '2025-07-01' },
    { code: '24', name: 'Bắc Ninh', from: '2025-07-01', until: null },
  ])
})
