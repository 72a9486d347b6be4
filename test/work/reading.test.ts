import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { ProblemError, problem } from '../../src/problem.ts'
import { createReading, type Extract } from '../../src/work/reading.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'

const open = async (folder: string): Promise<Archive> => {
  const archive = await openArchive(folder)
  onTestFinished(() => archive.close())
  return archive
}
const add = async (archive: Archive, text: string) =>
  (await archive.add(Readable.from([Buffer.from(text)]), text, 1000)).document
const reading = (archive: Archive, extract: Extract) => {
  const logged: object[] = []
  const log = { info: () => {}, error: (details: object) => void logged.push(details) }
  return { ...createReading({ archive, extract, limits: DEFAULT_LIMITS, log }), logged }
}

test('waiting documents are read one at a time, also those that come in meanwhile', async () => {
  const archive = await open(await temporaryFolder())
  await add(archive, 'first')
  let atOnce = 0
  const order: string[] = []
  const queue = reading(archive, async (bytes, name, limits) => {
    expect(++atOnce).toBe(1)
    if (order.length === 0) await add(archive, 'second').then(() => queue.wake())
    order.push(name)
    atOnce--
    return readAnything(bytes, name, limits)
  })
  await queue.start()
  await queue.idle()
  expect(order).toEqual(['first', 'second'])
  expect((await archive.list({ state: 'done' }, null, 10)).total).toBe(2)
})

test('a document whose reading throws has failed with an incident that is in the log, and the next is read', async () => {
  const archive = await open(await temporaryFolder())
  const bad = await add(archive, 'bad')
  const good = await add(archive, 'good')
  const queue = reading(archive, async (bytes, name, limits) => {
    if (name === 'bad') throw new Error('secret detail')
    return readAnything(bytes, name, limits)
  })
  await queue.start()
  await queue.idle()
  const failed = await archive.find(bad.id)
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'internal' } })
  expect(JSON.stringify(failed)).not.toContain('secret detail')
  expect(queue.logged).toMatchObject([{ document: bad.id, incident: failed?.problem?.details.incident }])
  expect(await archive.find(good.id)).toMatchObject({ state: 'done' })
})

test('a document whose result cannot be stored has failed and says why, and the next is read', async () => {
  const archive = await open(await temporaryFolder())
  const first = await add(archive, 'first')
  const second = await add(archive, 'second')
  let calls = 0
  const full: Archive = {
    ...archive,
    finish: async (document, extraction) => {
      if (++calls === 1) throw new ProblemError(problem('cannot-store', { vi: 'đầy', en: 'full' }))
      await archive.finish(document, extraction)
    },
  }
  const queue = reading(full, readAnything)
  await queue.start()
  await queue.idle()
  expect(await archive.find(first.id)).toMatchObject({ state: 'failed', problem: { code: 'cannot-store' } })
  expect(await archive.find(second.id)).toMatchObject({ state: 'done' })
})

test('a queue that stops gives back what has not ended, and a late result changes nothing', async () => {
  const archive = await open(await temporaryFolder())
  const { id } = await add(archive, 'slow')
  let end = () => {}
  const slow = new Promise<void>(resolve => {
    end = resolve
  })
  const queue = reading(archive, async (bytes, name, limits) => {
    await slow
    return readAnything(bytes, name, limits)
  })
  await queue.start()
  await expect.poll(async () => (await archive.find(id))?.state).toBe('reading')
  await queue.stop(10)
  expect(await archive.find(id)).toMatchObject({ state: 'received' })
  end()
  await queue.idle()
  expect(await archive.find(id)).toMatchObject({ state: 'received' })
})

test('a queue that stops lets what ends soon end, and takes nothing further', async () => {
  const archive = await open(await temporaryFolder())
  const first = await add(archive, 'first')
  const second = await add(archive, 'second')
  const queue = reading(archive, async (bytes, name, limits) => {
    await new Promise(resolve => setTimeout(resolve, 30))
    return readAnything(bytes, name, limits)
  })
  await queue.start()
  await expect.poll(async () => (await archive.find(first.id))?.state).toBe('reading')
  await queue.stop(5000)
  expect(await archive.find(first.id)).toMatchObject({ state: 'done' })
  expect(await archive.find(second.id)).toMatchObject({ state: 'received' })
})
