import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import type { Reextraction } from '../../src/contract/index.ts'
import type { Target } from '../../src/reextract/target.ts'
import type { Extract } from '../../src/work/reading.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openApp, settled, upload } from './support.ts'

const by =
  (rules: string): Extract =>
  async (...args) => {
    const result = await readAnything(...args)
    return result.ok ? { ok: true, extraction: { ...result.extraction, engine: { version: '0.0.1', rules } } } : result
  }

const target = (): Target => ({ engine: '0.0.1', rules: 'r2', meanings: { a: 'a' }, judge: async e => e })

type App = Awaited<ReturnType<typeof openApp>>['app']

const over = async (app: App, id: string): Promise<Reextraction> => {
  const get = async () => (await app.inject(`/v1/reextractions/${id}`)).json<Reextraction>()
  await expect.poll(async () => (await get()).impact).not.toBeNull()
  return await get()
}

test('documents that other rules have read are read anew, and the run tells what came of it', async () => {
  const archive = await openArchive(await temporaryFolder())
  const before = await openApp({ archive, extract: by('r1') })
  const uploaded = (await upload(before.app, { 'a.txt': 'có 12 xã' })).json()
  await settled(before.app, uploaded.documents[0].document.id)
  await before.app.close()

  const { app } = await openApp({ archive, extract: by('r2'), target })
  const begun = await app.inject({ method: 'POST', url: '/v1/reextractions' })
  expect(begun.statusCode).toBe(202)
  const { id } = begun.json<Reextraction>()
  expect(await over(app, id)).toMatchObject({
    state: 'done',
    scope: 'changed',
    documents: { read: 1, waiting: 0, failed: 0 },
    impact: { documents: { compared: 1, touched: 0 } },
  })
  const document = (await app.inject(`/v1/documents/${uploaded.documents[0].document.id}`)).json()
  expect(document.engine.rules).toBe('r2')
  const { reextractions } = (await app.inject('/v1/reextractions')).json()
  expect(reextractions).toMatchObject([{ id, documents: { read: 1 } }])
  expect(reextractions[0]).not.toHaveProperty('impact')
  await app.close()
  await archive.close()
})

test('a run that ended with its server goes on with the next one', async () => {
  const archive = await openArchive(await temporaryFolder())
  const before = await openApp({ archive, extract: by('r1') })
  const uploaded = (await upload(before.app, { 'a.txt': 'có 12 xã' })).json()
  await settled(before.app, uploaded.documents[0].document.id)
  await before.app.close()

  const never: Extract = () => new Promise(() => {})
  const cut = await openApp({ archive, extract: never, target })
  const { id } = (await cut.app.inject({ method: 'POST', url: '/v1/reextractions?scope=all' })).json<Reextraction>()
  await expect.poll(async () => (await archive.queue()).taken).toBe(1)
  await cut.app.close()

  const { app } = await openApp({ archive, extract: by('r2'), target })
  expect((await over(app, id)).documents).toMatchObject({ read: 1, waiting: 0 })
  await app.close()
  await archive.close()
})

test('a run that is not there is not found', async () => {
  const { app } = await openApp({ target })
  const answer = await app.inject('/v1/reextractions/none')
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'no-such-reextraction'])
})
