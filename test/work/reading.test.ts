import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { ProblemError, problem } from '../../src/problem.ts'
import { createReading, type Extract, type ReadingOptions } from '../../src/work/reading.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { readAnything } from '../support/extraction.ts'

const add = async (archive: Archive, text: string) => (await archive.add(streamOf(text), text, 1000)).document
const reading = (archive: Archive, extract: Extract, options: Partial<ReadingOptions> = {}) => {
  const logged: object[] = []
  const log = { info: () => {}, warn: () => {}, error: (details: object) => void logged.push(details) }
  return { ...createReading({ archive, extract, limits: DEFAULT_LIMITS, log, ...options }), logged }
}

onBothDatabases('reading', database => {
  const open = () => newArchive(database)

  test('waiting documents are read one at a time, also those that come in meanwhile', async () => {
    const archive = await open()
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

  test('whoever waits for a document is told how far it is', async () => {
    const archive = await open()
    const { id } = await add(archive, 'scan')
    const queue = reading(archive, async (bytes, name, limits) => {
      limits.onPages?.({ page: 7, pages: 12 })
      await expect.poll(async () => (await archive.find(id))?.reading).toEqual({ page: 7, pages: 12 })
      return readAnything(bytes, name, limits)
    })
    await queue.start()
    await queue.idle()
    expect(queue.logged).toEqual([])
    expect(await archive.find(id)).toMatchObject({ state: 'done', reading: null })
  })

  test('a document whose reading throws has failed with an incident that is in the log, and the next is read', async () => {
    const archive = await open()
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

  test('a result that cannot be stored for a time is kept until it can', async () => {
    const archive = await open()
    const first = await add(archive, 'first')
    const second = await add(archive, 'second')
    let calls = 0
    const full: Archive = {
      ...archive,
      finish: async (claimed, extraction) => {
        if (++calls === 1) throw new ProblemError(problem('cannot-store', { vi: 'đầy', en: 'full' }))
        return await archive.finish(claimed, extraction)
      },
    }
    let read = 0
    const queue = reading(full, (...args) => {
      read++
      return readAnything(...args)
    })
    await queue.start()
    await queue.idle()
    expect(await archive.find(first.id)).toMatchObject({ state: 'done' })
    expect(await archive.find(second.id)).toMatchObject({ state: 'done' })
    expect({ calls, read }).toEqual({ calls: 3, read: 2 })
  })

  test('a result whose storing meets a fault makes the document a failed one, and the next is read', async () => {
    const archive = await open()
    const first = await add(archive, 'first')
    const second = await add(archive, 'second')
    let calls = 0
    const faulty: Archive = {
      ...archive,
      finish: async (claimed, extraction) => {
        if (++calls === 1) throw new TypeError('secret detail')
        return await archive.finish(claimed, extraction)
      },
    }
    const queue = reading(faulty, readAnything)
    await queue.start()
    await queue.idle()
    expect(await archive.find(first.id)).toMatchObject({ state: 'failed', problem: { code: 'internal' } })
    expect(await archive.find(second.id)).toMatchObject({ state: 'done' })
  })

  test('a queue goes on by itself when the database is back', async () => {
    const archive = await open()
    let away = 3
    const leaving: Archive = {
      ...archive,
      takeNext: async () => {
        if (away-- > 0) throw new ProblemError(problem('database-away'))
        return await archive.takeNext()
      },
    }
    const { id } = await add(archive, 'first')
    const queue = reading(leaving, readAnything)
    await queue.start()
    await queue.idle()
    expect(await archive.find(id)).toMatchObject({ state: 'done' })
  })

  test('a queue goes on by itself after a fault, also in taking up what a dead process had taken', async () => {
    const archive = await open()
    const { id } = await add(archive, 'first')
    await taken(archive)
    await archive.db.updateTable('documents').set({ reader: 'a dead process' }).where('id', '=', id).execute()
    const meets = <T>(work: () => Promise<T>) => {
      let met = false
      return async () => {
        if (met) return await work()
        met = true
        throw new TypeError('a fault')
      }
    }
    const queue = reading(
      { ...archive, takeNext: meets(archive.takeNext), attend: meets(archive.attend) },
      readAnything,
    )
    await queue.start()
    await expect.poll(async () => (await archive.find(id))?.state).toBe('done')
    await queue.stop(0)
  })

  test('a document that costs three readers has failed with the cause, and the others are read meanwhile', async () => {
    const archive = await open()
    const bad = await add(archive, 'bad')
    const good = await add(archive, 'good')
    const cause = problem('reading-stopped', { attempts: 1 })
    let attempts = 0
    const queue = reading(
      archive,
      async (bytes, name, limits) => {
        if (name !== 'bad') return await readAnything(bytes, name, limits)
        attempts++
        return { ok: false, problem: cause }
      },
      { isAttemptLost: ({ code }) => code === 'reading-stopped' },
    )
    await queue.start()
    await queue.idle()
    expect(attempts).toBe(3)
    expect(await archive.find(bad.id)).toMatchObject({ state: 'failed', problem: cause })
    expect(await archive.find(good.id)).toMatchObject({ state: 'done' })
  })

  test('as many documents are read at once as there are lanes', async () => {
    const archive = await open()
    for (let i = 0; i < 12; i++) await add(archive, String(i))
    let atOnce = 0
    let most = 0
    // each waits for the others: a slow machine may take its time to take three
    let all = () => {}
    const three = new Promise<void>(resolve => {
      all = resolve
    })
    const queue = reading(
      archive,
      async (bytes, name, limits) => {
        most = Math.max(most, ++atOnce)
        if (most === 3) all()
        await three
        await new Promise(resolve => setTimeout(resolve, 10))
        atOnce--
        return readAnything(bytes, name, limits)
      },
      { lanes: 3 },
    )
    await queue.start()
    await queue.idle()
    expect(most).toBe(3)
    expect((await archive.list({ state: 'done' }, null, 20)).total).toBe(12)
  })

  test('a queue that stops gives back what has not ended, and a late result changes nothing', async () => {
    const archive = await open()
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
    const archive = await open()
    const first = await add(archive, 'first')
    const second = await add(archive, 'second')
    let end = () => {}
    const slow = new Promise<void>(resolve => {
      end = resolve
    })
    const queue = reading(archive, async (bytes, name, limits) => {
      await slow
      return readAnything(bytes, name, limits)
    })
    await queue.start()
    await expect.poll(async () => (await archive.find(first.id))?.state).toBe('reading')
    const stopped = queue.stop(5000)
    end()
    await stopped
    expect(await archive.find(first.id)).toMatchObject({ state: 'done' })
    expect(await archive.find(second.id)).toMatchObject({ state: 'received' })
  })
})
