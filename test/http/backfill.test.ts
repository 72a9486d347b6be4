import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import { backup } from '../../src/backup/backup.ts'
import { BackfillItemPage, BackfillPage, BackfillProgress } from '../../src/http/backfill-schemas.ts'
import { problem } from '../../src/problem.ts'
import type { Extract } from '../../src/work/reading.ts'
import { readAnything } from '../support/extraction.ts'
import { filesBelow, temporaryFolder } from '../support/folder.ts'
import { zipOf } from '../support/zip.ts'
import { formOf, openApp } from './support.ts'

const never = () => new Promise<never>(() => {})

/** What does not come before the test is over. */
const stuck = () => {
  let end = (): void => {}
  const promise = new Promise<never>((_, reject) => {
    end = () => reject(new Error('the test is over'))
  })
  onTestFinished(() => end())
  return () => promise
}

const send = async (app: FastifyInstance, files: Readonly<Record<string, Buffer>>) => {
  const parts = Object.entries(files).map(([name, data]) => [name, new Uint8Array(data)] as const)
  return await app.inject({ method: 'POST', url: '/v1/backfills', ...(await formOf(Object.fromEntries(parts))) })
}

const started = async (app: FastifyInstance, files: Readonly<Record<string, Buffer>>): Promise<string> =>
  BackfillProgress.parse((await send(app, files)).json()).id

/** Asks for a backfill until it has come to a state. */
const until = async (app: FastifyInstance, id: string, state: string): Promise<BackfillProgress> => {
  for (;;) {
    const backfill = BackfillProgress.parse((await app.inject(`/v1/backfills/${id}`)).json())
    if (backfill.state === state) return backfill
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

const itemsOf = async (app: FastifyInstance, id: string, query = '') =>
  BackfillItemPage.parse((await app.inject(`/v1/backfills/${id}/items${query}`)).json())

const KHO = () =>
  zipOf([
    ['2010/kh.txt', '35 hợp tác xã'],
    ['2010/bc.txt', '40 hợp tác xã'],
    ['rong.txt', ''],
    ['Thumbs.db', 'x'],
  ])

test('a zip that was sent is safe with its row when the answer comes', async () => {
  const folder = await temporaryFolder()
  const archive = await openArchive(folder)
  onTestFinished(() => archive.close())
  const storing: Archive = { ...archive, add: stuck() }
  const { app } = await openApp({ archive: storing })
  const zip = await KHO()
  const answer = await send(app, { 'kho.zip': zip })
  expect(answer.statusCode).toBe(202)
  const { id } = BackfillProgress.parse(answer.json())
  expect(answer.json()).toMatchObject({ state: 'storing', from: 'upload', sources: ['kho.zip'], finished: null })
  expect(answer.headers.location).toBe(`/v1/backfills/${id}`)
  const { sha256 } = JSON.parse(
    (await archive.db.selectFrom('backfills').select('sources').executeTakeFirstOrThrow()).sources,
  ).files[0]
  expect(await archive.originals.read(sha256)).toEqual(zip)
  expect((await verify(archive)).findings).toEqual([])
})

test('its files are stored and read, what could not be taken is told, and the zip goes', async () => {
  const { app, archive, folder } = await openApp()
  const id = await started(app, { 'kho.zip': await KHO() })
  expect(await until(app, id, 'done')).toMatchObject({
    progress: {
      items: 4,
      stored: 2,
      known: 0,
      observations: 2,
      remainingSeconds: 0,
      states: { done: 2, refused: 1, skipped: 1, received: 0, reading: 0, failed: 0, partial: 0, listed: 0 },
    },
  })
  const { items, next } = await itemsOf(app, id)
  expect(next).toBeNull()
  expect(items.map(item => [item.path, item.state, item.outcome, item.problem?.code])).toEqual([
    ['kho.zip!/2010/kh.txt', 'done', 'stored', undefined],
    ['kho.zip!/2010/bc.txt', 'done', 'stored', undefined],
    ['kho.zip!/rong.txt', 'refused', null, 'empty-file'],
    ['kho.zip!/Thumbs.db', 'skipped', null, 'no-document'],
  ])
  expect(await archive.find(items[0]?.document ?? '')).toMatchObject({ name: 'kh.txt', state: 'done' })
  expect((await filesBelow(folder)).filter(path => path.startsWith('originals'))).toHaveLength(2)
})

test('what a server had not stored when it ended is stored when it starts again', async () => {
  const folder = await temporaryFolder()
  const dying = await openArchive(folder)
  let added = 0
  const hang = stuck()
  const first = await openApp({
    archive: { ...dying, add: async (...parts) => (++added > 1 ? await hang() : await dying.add(...parts)) },
  })
  const id = await started(first.app, { 'kho.zip': await KHO() })
  while (added < 2) await new Promise(resolve => setTimeout(resolve, 5))
  // The lock goes with the process: here it is given back, and nothing else is.
  await dying.close()
  const archive = await openArchive(folder)
  onTestFinished(() => archive.close())
  const { app } = await openApp({ archive })
  expect((await until(app, id, 'done')).progress.states).toMatchObject({ done: 2, refused: 1, skipped: 1 })
  expect((await archive.list({}, null, 1)).total).toBe(2)
})

test('a backfill that was read is done though another one is being stored', async () => {
  const folder = await temporaryFolder()
  const archive = await openArchive(folder)
  onTestFinished(() => archive.close())
  const hang = stuck()
  let go = (): void => {}
  const gate = new Promise<void>(resolve => {
    go = resolve
  })
  const { app } = await openApp({
    archive: {
      ...archive,
      add: async (...parts) => (parts[1] === 'cho.txt' ? await hang() : await archive.add(...parts)),
    },
    extract: async (...parts) => {
      await gate
      return await readAnything(...parts)
    },
  })
  const first = await started(app, { 'kho.zip': await KHO() })
  await until(app, first, 'reading')
  const second = await started(app, { 'cho.zip': await zipOf([['cho.txt', 'x']]) })
  go()
  await until(app, first, 'done')
  expect((await app.inject(`/v1/backfills/${second}`)).json().state).toBe('storing')
})

test('the same zip again stores nothing anew', async () => {
  const { app, archive } = await openApp()
  await until(app, await started(app, { 'kho.zip': await KHO() }), 'done')
  const again = await until(app, await started(app, { 'khac.zip': await KHO() }), 'done')
  expect(again.progress).toMatchObject({ stored: 0, known: 2 })
  expect((await archive.list({}, null, 1)).total).toBe(2)
})

test('several zips, and files that are none, are taken in one backfill; of one name they are told apart', async () => {
  const { app } = await openApp()
  const form = new FormData()
  for (const text of ['1 hợp tác xã', '2 hợp tác xã']) {
    form.append('file', new Blob([new Uint8Array(await zipOf([['a.txt', text]]))]), 'kho.zip')
  }
  form.append('file', new Blob(['3 hợp tác xã']), 'b.txt')
  const encoded = new Response(form)
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/backfills',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
  const { id } = await until(app, answer.json().id, 'done')
  expect((await itemsOf(app, id)).items.map(({ path, state }) => [path, state])).toEqual([
    ['kho.zip!/a.txt', 'done'],
    ['kho.zip#2!/a.txt', 'done'],
    ['b.txt', 'done'],
  ])
})

test('what is too large, empty or no file is refused, and nothing of it stays', async () => {
  const { app, archive, folder } = await openApp({ environment: { TRICHLUC_MAX_ZIP_BYTES: '300' } })
  const small = await zipOf([['a.txt', 'A']])
  const answer = await send(app, { 'a.zip': small, 'b.zip': Buffer.alloc(301) })
  expect([answer.statusCode, answer.json().code, answer.json().cause.en]).toEqual([
    413,
    'zip-too-large',
    'The file is larger than the 300 bytes that are taken at once.',
  ])
  expect((await send(app, { 'a.zip': Buffer.alloc(0) })).json().code).toBe('empty-file')
  expect((await send(app, {})).json().code).toBe('no-file')
  const text = await app.inject({
    method: 'POST',
    url: '/v1/backfills',
    payload: 'x',
    headers: { 'content-type': 'text/plain' },
  })
  expect(text.json().code).toBe('not-multipart')
  expect(BackfillPage.parse((await app.inject('/v1/backfills')).json()).backfills).toEqual([])
  expect((await archive.list({}, null, 1)).total).toBe(0)
  expect((await filesBelow(folder)).filter(path => path.startsWith('originals'))).toEqual([])
})

test('the list has the newest first, in pages', async () => {
  const { app } = await openApp()
  const ids: string[] = []
  for (const name of ['a', 'b', 'c']) {
    ids.unshift(await started(app, { [`${name}.zip`]: await zipOf([[`${name}.txt`, name]]) }))
    await until(app, ids[0] ?? '', 'done')
  }
  const page = BackfillPage.parse((await app.inject('/v1/backfills?limit=2')).json())
  expect(page.backfills.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  const rest = BackfillPage.parse((await app.inject(`/v1/backfills?limit=2&cursor=${page.next}`)).json())
  expect([rest.backfills.map(({ id }) => id), rest.next]).toEqual([ids.slice(2), null])
  expect((await app.inject('/v1/backfills?cursor=x')).json().code).toBe('invalid-request')
})

test('files are listed in pages and by their state, and as CSV', async () => {
  const failing: Extract = async (bytes, name, limits) =>
    name === 'bc.txt' ? { ok: false, problem: problem('no-text') } : await readAnything(bytes, name, limits)
  const { app } = await openApp({ extract: failing })
  const id = await started(app, { '=kho.zip': await KHO() })
  await until(app, id, 'done')
  const first = await itemsOf(app, id, '?limit=3')
  expect([first.items.length, first.next]).toEqual([3, 2])
  expect((await itemsOf(app, id, `?limit=3&after=${first.next}`)).items.map(({ ordinal }) => ordinal)).toEqual([3])
  const failed = await itemsOf(app, id, '?state=failed&lang=en')
  expect(failed.items.map(({ path, problem: cause }) => [path, cause?.title])).toEqual([
    ['=kho.zip!/2010/bc.txt', 'There is no text'],
  ])
  const csv = await app.inject(`/v1/backfills/${id}/items.csv`)
  expect(csv.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' })
  const rows = csv.body.split('\r\n')
  expect(rows[0]).toBe('\uFEFFfile,state,outcome,pages,observations,flags,document,code,cause')
  expect(rows[1]).toMatch(/^'=kho\.zip!\/2010\/kh\.txt,done,stored,1,1,0,[0-9a-z]{16},,$/)
  expect(rows[2]).toMatch(
    /^'=kho\.zip!\/2010\/bc\.txt,failed,stored,,,,[0-9a-z]{16},no-text,"?Tệp đọc được nhưng.* · The file could be/,
  )
  expect(rows).toHaveLength(6)
})

test('what failed is read again when asked', async () => {
  let readable = false
  const repaired: Extract = async (bytes, name, limits) =>
    readable ? await readAnything(bytes, name, limits) : { ok: false, problem: problem('no-text') }
  const { app } = await openApp({ extract: repaired })
  const id = await started(app, { 'kho.zip': await KHO() })
  expect((await until(app, id, 'done')).progress.states).toMatchObject({ failed: 2, refused: 1 })
  readable = true
  const answer = await app.inject({ method: 'POST', url: `/v1/backfills/${id}/retry-failed` })
  expect([answer.statusCode, answer.json().again]).toEqual([202, 2])
  expect((await until(app, id, 'done')).progress.states).toMatchObject({ failed: 0, done: 2, refused: 1 })
})

test('a zip is kept for a file that a fault kept out, and goes when that is stored after all', async () => {
  const folder = await temporaryFolder()
  const archive = await openArchive(folder)
  onTestFinished(() => archive.close())
  let faulty = true
  const { app } = await openApp({
    archive: {
      ...archive,
      async add(stream, name, ...rest) {
        if (faulty && name === 'kh.txt') throw new TypeError('a fault of the program')
        return await archive.add(stream, name, ...rest)
      },
    },
  })
  const retry = async () => (await app.inject({ method: 'POST', url: `/v1/backfills/${id}/retry-failed` })).json().again
  const originals = async () => (await filesBelow(folder)).filter(path => path.startsWith('originals')).length
  const id = await started(app, { 'kho.zip': await KHO() })
  expect((await until(app, id, 'done')).progress.states).toMatchObject({ done: 1, refused: 2, skipped: 1 })
  expect((await itemsOf(app, id)).items.map(item => item.problem?.code)).toEqual([
    'internal',
    undefined,
    'empty-file',
    'no-document',
  ])
  expect(await originals()).toBe(2)
  expect((await verify(archive)).findings).toEqual([])
  // a copy can go on with it, too
  expect(await backup(folder, await temporaryFolder())).toMatchObject({ documents: 1, copied: 2, problems: [] })
  // another backfill that ends leaves it alone
  await until(app, await started(app, { 'khac.zip': await zipOf([['khac.txt', '7 hợp tác xã']]) }), 'done')
  faulty = false
  expect(await retry()).toBe(1)
  expect((await until(app, id, 'done')).progress.states).toMatchObject({ done: 2, refused: 1, skipped: 1 })
  expect(await originals()).toBe(3)
  expect(await retry()).toBe(0)
})

interface Event {
  readonly id: string
  readonly event: string
  readonly data: BackfillProgress
}

const eventsIn = (body: string): Event[] =>
  body
    .split('\n\n')
    .filter(block => block.includes('data: '))
    .map(block => {
      const fields = Object.fromEntries(block.split('\n').map(line => line.split(/: (.*)/s)))
      return { id: fields.id, event: fields.event, data: BackfillProgress.parse(JSON.parse(fields.data)) }
    })

test('events tell how far it is, and end when it is done', async () => {
  let go = (): void => {}
  const gate = new Promise<void>(resolve => {
    go = resolve
  })
  const { app } = await openApp({
    extract: async (bytes, name, limits) => {
      await gate
      return await readAnything(bytes, name, limits)
    },
  })
  const id = await started(app, { 'kho.zip': await KHO() })
  const listening = app.inject(`/v1/backfills/${id}/events`)
  await until(app, id, 'reading')
  go()
  const answer = await listening
  expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  const events = eventsIn(answer.body)
  expect(events.length).toBeGreaterThan(1)
  expect(events[0]?.event).toBe('progress')
  expect(events.at(-1)).toMatchObject({
    id: 'done',
    event: 'done',
    data: { state: 'done', progress: { states: { done: 2 } } },
  })
  const again = await app.inject(`/v1/backfills/${id}/events`)
  expect(eventsIn(again.body)).toEqual([events.at(-1)])
  const browser = await app.inject({ url: `/v1/backfills/${id}/events`, headers: { 'last-event-id': 'done' } })
  expect(browser.statusCode).toBe(204)
})

test('a server that stops does not wait for those who listen', async () => {
  const { app } = await openApp({ extract: never })
  const id = await started(app, { 'kho.zip': await KHO() })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const ended = new Promise<string>((resolve, reject) => {
    httpRequest({ port, path: `/v1/backfills/${id}/events` }, answer => {
      let body = ''
      answer.on('data', chunk => {
        body += chunk
        if (body.includes('event: progress')) void app.close()
      })
      answer.on('end', () => resolve(body)).on('error', reject)
    }).end()
  })
  expect(eventsIn(await ended)[0]).toMatchObject({ event: 'progress', id: '1' })
})

test('a backfill that is not there is told, at every address', async () => {
  const { app } = await openApp()
  for (const path of ['', '/items', '/items.csv', '/events']) {
    const answer = await app.inject(`/v1/backfills/0000000000000000${path}`)
    expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'no-backfill'])
  }
  const retried = await app.inject({ method: 'POST', url: '/v1/backfills/0000000000000000/retry-failed' })
  expect(retried.json()).toMatchObject({
    code: 'no-backfill',
    cause: { en: 'The archive has no backfill 0000000000000000.' },
  })
})

test('files that were named on a command line are not looked for by a server', async () => {
  const { app, archive } = await openApp()
  const { createBackfill } = await import('../../src/backfill/ledger.ts')
  const sources = { kind: 'paths' as const, names: ['fixtures/gold'], cwd: process.cwd() }
  const { id } = await createBackfill(archive.db, sources, new Date().toISOString())
  const sent = await started(app, { 'kho.zip': await KHO() })
  await until(app, sent, 'done')
  expect((await app.inject(`/v1/backfills/${id}`)).json()).toMatchObject({
    state: 'storing',
    from: 'command',
    sources: ['fixtures/gold'],
    progress: { items: 0 },
  })
})
