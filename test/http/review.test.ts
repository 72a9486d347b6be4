import { expect, test } from 'vitest'
import { CodeList, DecisionHistory, DecisionsMade, ReviewNext, ReviewStatistics } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { problem } from '../../src/problem.ts'
import type { Extract } from '../../src/work/reading.ts'
import { newArchive, onBothDatabases } from '../support/archive.ts'
import { reviewed, reviewOf } from './review-support.ts'
import { openApp, readBy, settled, upload } from './support.ts'

const TEXT = `Năm 2019 tổng số thành viên hợp tác xã ước đạt 1.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2019 là 1.520 người).
`

const opened = async (text = TEXT) => {
  const { app } = await openApp({ extract })
  return { app, ...(await reviewed(app, text)) }
}

test('the records are the machine’s at first; the extraction stays so', async () => {
  const { app, id, records, decide } = await opened()
  const extraction = async () => (await app.inject(`/v1/documents/${id}/extraction`)).json()
  const before = await extraction()
  const { records: all, version, flags } = await records()
  expect(all.map(r => [r.value, r.settledBy])).toEqual([
    [1559, 'machine'],
    [105.2, 'machine'],
    [1520, 'machine'],
  ])
  expect(flags).toMatchObject([{ raisedBy: 'machine', state: 'open' }])
  await decide(version, [{ kind: 'correct', record: all[0]?.id, changes: { value: 1599 } }])
  expect(await extraction()).toEqual(before)
})

test('the extraction is named as the versions of the records that were made of it, and otherwise when it is read anew', async () => {
  const reader: Extract = (bytes, name, limits) =>
    extract(Buffer.from(Buffer.from(bytes).toString() + more), name, limits)
  let more = ''
  const { app, archive } = await openApp({ extract: reader })
  const { id, records } = await reviewed(app, TEXT)
  const name = async () => (await app.inject(`/v1/documents/${id}/extraction`)).headers.etag
  const first = await name()
  expect(`"${(await records()).version.replace(/^0-/, '')}"`).toBe(first)
  more = 'Năm 2020 có 5 hợp tác xã.'
  await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
  await readBy(archive, reader, id)
  expect(`"${(await records()).version.replace(/^0-/, '')}"`).toBe(await name())
  expect(await name()).not.toBe(first)
})

test('the codes that a correction may use are told with their names and units', async () => {
  const { app } = await openApp({ extract })
  const { indicators, areas } = CodeList.parse((await app.inject('/v1/codes')).json())
  expect(indicators.find(({ code }) => code === 'members')).toMatchObject({
    units: expect.arrayContaining(['person']),
    mean: false,
  })
  expect(new Set(indicators.map(({ label }) => label.vi)).size).toBe(indicators.length)
  expect(areas).toContainEqual({ code: '20', name: 'Lạng Sơn' })
})

test('the records come with what of them is to be looked at', async () => {
  const { records } = await opened()
  const { agenda, records: all, flags } = await records()
  expect(agenda[0]).toEqual({ record: flags[0]?.suspects[0]?.observation, because: 'suspect' })
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(agenda.map(({ record }) => record)))
})

test('a correction is stored, answered with the version of now, and checked at once', async () => {
  const { records, decide, app, id } = await opened()
  const { version, records: all } = await records()
  const answer = await decide(version, [{ kind: 'correct', record: all[0]?.id, changes: { value: 1599 }, why: 'rõ' }])
  expect(answer.statusCode).toBe(201)
  const made = DecisionsMade.parse(answer.json())
  const now = await records()
  expect([made.version, answer.headers.etag]).toEqual([now.version, `"${now.version}"`])
  expect(now.records[0]).toMatchObject({ value: 1599, settledBy: 'reviewer', decision: made.decisions[0]?.id })
  expect(now.flags).toMatchObject([{ state: 'resolved' }])
  expect(now.progress).toEqual({ records: 3, settled: 1, openFlags: { error: 0, warning: 0, note: 0 } })
  const history = DecisionHistory.parse((await app.inject(`/v1/documents/${id}/decisions`)).json())
  expect(history).toEqual({ version: now.version, decisions: made.decisions, undone: [], next: null })
})

test('records that have not changed are not sent again', async () => {
  const { app, id, records } = await opened()
  const { version } = await records()
  const ask = (tag: string) => app.inject({ url: `/v1/documents/${id}/records`, headers: { 'if-none-match': tag } })
  const answer = await ask(`"${version}"`)
  expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, '', `"${version}"`])
  expect((await ask('"other"')).statusCode).toBe(200)
})

test('the second of two reviewers learns what the first has done: 409', async () => {
  const { records, decide } = await opened()
  const { version, records: all } = await records()
  const first = await decide(version, [{ kind: 'confirm', record: all[2]?.id }])
  const second = await decide(version, [{ kind: 'confirm', record: all[0]?.id }], 'Minh', '?lang=en')
  expect(second.statusCode).toBe(409)
  const now = await records()
  expect(second.json()).toMatchObject({
    code: 'stale-version',
    cause: {
      en: `The decisions were made on version ${version}, it is ${now.version} now; nothing was stored.`,
      vi: `Quyết định dựa trên phiên bản ${version}, nay là ${now.version}; chưa có gì được lưu.`,
    },
    changed: { version: now.version, reading: false, decisions: first.json().decisions },
  })
  expect(now.progress.settled).toBe(1)
})

test('a version must be named: 428', async () => {
  const { decide, records } = await opened()
  const answer = await decide(null, [{ kind: 'note', why: 'x' }])
  expect([answer.statusCode, answer.json().code]).toEqual([428, 'version-needed'])
  expect((await records()).notes).toEqual([])
})

test('of several versions one must be that of now; any version is none: 428', async () => {
  const { send, records } = await opened()
  const { version } = await records()
  const note = [{ kind: 'note', why: 'x' }]
  const any = await send('*', note, 'Lan', '?lang=en')
  expect([any.statusCode, any.json()]).toMatchObject([428, { code: 'any-version', title: 'One version must be named' }])
  const weak = await send(`W/"${version}"`, note)
  expect([weak.statusCode, weak.json().code]).toEqual([428, 'version-needed'])
  expect((await send(`"0-0000000000000000", "${version}"`, note)).statusCode).toBe(201)
  const now = (await records()).version
  const stale = await send(`"0-0000000000000000", "${version}"`, note)
  expect([stale.statusCode, stale.json()]).toMatchObject([
    409,
    { code: 'stale-version', changed: { version: now, reading: false, decisions: [{ kind: 'note' }] } },
  ])
})

test('a batch of which one is bad is refused whole, and says what is wrong with which', async () => {
  const { decide, records } = await opened()
  const { version, records: all } = await records()
  const [first] = all
  const answer = await decide(
    version,
    [
      { kind: 'confirm', record: first?.id },
      { kind: 'confirm', record: 'o999' },
      { kind: 'correct', record: first?.id, changes: { unit: 'VND' } },
    ],
    'Lan',
    '?lang=en',
  )
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'decision-refused',
    issues: [
      { at: 'decisions/1/record', code: 'record-gone', message: 'there is no record o999 in this version' },
      { at: 'decisions/2/changes/unit', code: 'unit-misfit' },
    ],
    cause: { vi: expect.stringContaining('không có số liệu o999 trong phiên bản này') },
  })
  const after = await records()
  expect([after.version, after.progress.settled]).toEqual([version, 0])
})

test.each([
  [
    'an unknown code',
    { kind: 'correct', record: 'o47', changes: { subject: 'unicorn' } },
    'decisions/0/changes/subject',
  ],
  ['an unknown attribute', { kind: 'correct', record: 'o47', changes: { colour: 'red' } }, 'decisions/0/changes'],
  ['a correction of nothing', { kind: 'correct', record: 'o47', changes: {} }, 'decisions/0/changes'],
  [
    'a period of no form',
    { kind: 'correct', record: 'o47', changes: { period: 'năm nay' } },
    'decisions/0/changes/period',
  ],
  ['a number in words', { kind: 'correct', record: 'o47', changes: { value: '35' } }, 'decisions/0/changes/value'],
  ['a kind that is none', { kind: 'delete', record: 'o47' }, 'decisions/0/kind'],
  ['a dismissal without a reason', { kind: 'dismiss', flag: 'f1' }, 'decisions/0/why'],
] as const)('%s is refused before anything is looked up: 400', async (_, decision, at) => {
  const { decide, records } = await opened()
  const { version } = await records()
  const answer = await decide(version, [decision])
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request'])
  expect(answer.json().issues.map((i: { at: string }) => i.at)).toContain(at)
})

test('no decisions, and more than are taken at once, are refused', async () => {
  const { decide, records } = await opened()
  const { version } = await records()
  for (const decisions of [[], Array.from({ length: 201 }, () => ({ kind: 'note', why: 'x' }))])
    expect((await decide(version, decisions)).json().code).toBe('invalid-request')
})

test.each(['', ' ', 'a\0b', 'a\ud800', 'x'.repeat(101)])('%j is no name of a reviewer', async who => {
  const { app, id, decide, records } = await opened()
  const { version } = await records()
  const refused = [
    await decide(version, [{ kind: 'note', why: 'x' }], who),
    await app.inject({ method: 'POST', url: `/v1/documents/${id}/assignment`, payload: { who } }),
  ]
  for (const answer of refused)
    expect([answer.statusCode, answer.json().issues.map((i: { at: string }) => i.at)]).toEqual([400, ['who']])
})

test('a dismissed flag names its decision', async () => {
  const { decide, records } = await opened()
  const { version, flags } = await records()
  const made = (await decide(version, [{ kind: 'dismiss', flag: flags[0]?.id, why: 'số của huyện' }])).json()
  expect((await records()).flags).toMatchObject([{ state: 'dismissed', decision: made.decisions[0].id }])
})

test('a document without a result has no records, and one that is not there neither', async () => {
  const { app } = await openApp({ extract: async () => ({ ok: false, problem: problem('no-text') }) })
  const id: string = (await upload(app, { 'a.txt': 'x' })).json().documents[0].document.id
  await settled(app, id)
  const headers = { 'if-match': '"0-0000000000000000"' }
  const payload = { who: 'Lan', decisions: [{ kind: 'note', why: 'x' }] }
  for (const [document, status] of [
    [id, 409],
    ['nothing', 404],
  ] as const) {
    const url = `/v1/documents/${document}`
    expect((await app.inject(`${url}/records`)).statusCode).toBe(status)
    expect((await app.inject(`${url}/decisions`)).statusCode).toBe(status)
    expect((await app.inject({ method: 'POST', url: `${url}/decisions`, headers, payload })).statusCode).toBe(status)
  }
})

test('who has taken a document keeps others from deciding on it: 423', async () => {
  const { app, id, decide, records } = await opened()
  const url = `/v1/documents/${id}/assignment`
  const take = (who: string) => app.inject({ method: 'POST', url, payload: { who, minutes: 5 } })
  const taken = await take('Lan')
  expect([taken.statusCode, taken.json()]).toMatchObject([200, { document: id, who: 'Lan' }])
  const { document: _, ...assignment } = taken.json()
  expect((await app.inject(`/v1/documents/${id}`)).json().assignment).toEqual(assignment)
  expect((await app.inject('/v1/documents')).json().documents).toMatchObject([{ id, assignment }])
  const { version } = await records()
  const refused = await decide(version, [{ kind: 'note', why: 'x' }], 'Minh', '?lang=en')
  expect([refused.statusCode, refused.json().cause.en]).toEqual([
    423,
    `Lan has the document until ${taken.json().until}.`,
  ])
  expect((await take('Minh')).statusCode).toBe(423)
  expect((await decide(version, [{ kind: 'note', why: 'x' }], 'Lan')).statusCode).toBe(201)
  expect((await app.inject({ method: 'DELETE', url: `${url}?who=Lan` })).statusCode).toBe(204)
  expect((await app.inject(`/v1/documents/${id}`)).json().assignment).toBeNull()
  expect((await app.inject('/v1/documents')).json().documents).toMatchObject([{ id, assignment: null }])
  expect((await take('Minh')).statusCode).toBe(200)
})

test('a name is one person’s whatever keyboard wrote it', async () => {
  const { app, id, decide, records } = await opened()
  const url = `/v1/documents/${id}/assignment`
  const composed = 'Nguyễn Thị Hoa'
  const taken = await app.inject({ method: 'POST', url, payload: { who: ` ${composed.normalize('NFD')} ` } })
  expect(taken.json().who).toBe(composed)
  const { version } = await records()
  const made = await decide(version, [{ kind: 'note', why: 'x' }], 'Nguyễn  Thị\u00a0Hoa')
  expect([made.statusCode, made.json().decisions?.[0].who]).toEqual([201, composed])
  const query = { who: composed.normalize('NFD') }
  expect((await app.inject({ method: 'DELETE', url, query })).statusCode).toBe(204)
})

test('deciding goes on with a document that is taken', async () => {
  const { app, id, decideNow } = await opened()
  const url = `/v1/documents/${id}/assignment`
  const take = (who: string) => app.inject({ method: 'POST', url, payload: { who, minutes: 5 } })
  const { until } = (await take('Lan')).json()
  await new Promise(resolve => setTimeout(resolve, 20))
  await decideNow({ kind: 'note', why: 'x' })
  expect(Date.parse((await take('Minh')).json().cause.en.match(/until (\S+)\.$/)?.[1])).toBeGreaterThan(
    Date.parse(until),
  )
})

test('the history comes a page at a time, each with what of it is undone', async () => {
  const { app, id, decideNow } = await opened()
  const made = await decideNow(...Array.from({ length: 7 }, (_, i) => ({ kind: 'note', why: String(i) })))
  const undo = await decideNow({ kind: 'undo', decision: made[2]?.id }, { kind: 'undo', decision: made[4]?.id })
  await decideNow({ kind: 'undo', decision: undo[1]?.id })
  const pages: DecisionHistory[] = []
  for (let after: number | null = 0; after !== null; ) {
    const answer = await app.inject(`/v1/documents/${id}/decisions?limit=4&after=${after}`)
    const page: DecisionHistory = DecisionHistory.parse(answer.json())
    pages.push(page)
    after = page.next
  }
  expect(pages.map(({ decisions }) => decisions.map(({ version }) => version))).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10],
  ])
  expect(pages.map(({ undone }) => undone)).toEqual([[made[2]?.id], [], [undo[1]?.id]])
  expect((await app.inject(`/v1/documents/${id}/decisions?after=10`)).json()).toMatchObject({
    decisions: [],
    next: null,
  })
  expect((await app.inject(`/v1/documents/${id}/decisions?limit=1001`)).statusCode).toBe(400)
})

test('what is reviewed next is the document with the error, its suspects first, until it is settled', async () => {
  const { app } = await openApp({ extract })
  const sound = await reviewed(app, TEXT.replace('1.559', '1.599'), 'sound.txt')
  const wrong = await reviewed(app, TEXT)
  const next = async (query = '') => ReviewNext.parse((await app.inject(`/v1/review/next?who=Lan${query}`)).json())
  const { flags, version } = await wrong.records()
  const [error] = flags
  const suspects = error?.suspects.filter(({ weight }) => weight >= 0.05).map(({ observation }) => observation)
  const asked = await Promise.all(Array.from({ length: 30 }, () => next()))
  const byError = asked.filter(a => a.next?.reason === 'errors')
  expect(byError.length).toBeGreaterThan(15)
  expect(byError[0]?.next).toMatchObject({ document: wrong.id, version })
  expect(suspects).not.toEqual([])
  expect(byError[0]?.next?.records.slice(0, suspects?.length)).toEqual(
    suspects?.map(record => ({ record, because: 'suspect' })),
  )
  expect((await next(`&skip=${wrong.id}`)).next?.document).not.toBe(wrong.id)
  expect((await next(`&skip=${wrong.id}&skip=${sound.id}`)).next).toBeNull()
  expect((await app.inject('/v1/review/next?who=Lan&skip=%00')).statusCode).toBe(400)
  await wrong.decide(version, [{ kind: 'accept-suggestion', flag: error?.id }])
  const after = await Promise.all(Array.from({ length: 10 }, () => next()))
  expect(after.filter(a => a.next?.reason === 'errors')).toEqual([])
  expect(sound.id).not.toBe(wrong.id)
})

test('a database that goes away in the midst of it is named: 503', async () => {
  const archive = await newArchive('sqlite')
  let gone = false
  const db = new Proxy(archive.db, {
    get(target, name) {
      if (gone) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const { app } = await openApp({ archive: { ...archive, db }, extract })
  const { id } = await reviewed(app, TEXT)
  gone = true
  const answer = await app.inject(`/v1/documents/${id}/records`)
  gone = false
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'database-away'])
})

onBothDatabases('decisions over HTTP', database => {
  test('outlast another reading of the document, also one that shifts its text', async () => {
    let cover = ''
    const reader: Extract = (bytes, name, limits) => extract(Buffer.concat([Buffer.from(cover), bytes]), name, limits)
    const archive = await newArchive(database)
    const { app } = await openApp({ archive, extract: reader })
    const id: string = (await upload(app, { 'a.txt': TEXT })).json().documents[0].document.id
    await readBy(archive, reader, id)
    const { records, decide } = reviewOf(app, id)
    const { version, records: all } = await records()
    await decide(version, [
      { kind: 'correct', record: all[0]?.id, changes: { value: 1599 } },
      { kind: 'reject', record: all[2]?.id },
    ])
    cover = 'Kính gửi các xã\n\n'
    await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
    await readBy(archive, reader, id)
    const now = await records()
    expect(now.records.map(r => [r.value, r.settledBy])).toEqual([
      [1599, 'reviewer'],
      [105.2, 'machine'],
    ])
    expect(now.rejected).toMatchObject([{ value: 1520 }])
    expect(now.records[0]?.id).not.toBe(all[0]?.id)
    const stale = await decide(version, [{ kind: 'confirm', record: all[1]?.id }])
    expect(stale.json()).toMatchObject({ code: 'stale-version', changed: { reading: true, decisions: [{}, {}] } })
    await decide(now.version, [{ kind: 'correct', record: now.records[0]?.id, changes: { status: 'target' } }])
    const { rules } = ReviewStatistics.parse((await app.inject('/v1/review/statistics')).json())
    const about = rules.filter(({ attribute, rejected }) => attribute === 'status' && rejected === 0)
    expect(about).toMatchObject([{ confirmed: 0, corrected: 1 }])
  })
})
