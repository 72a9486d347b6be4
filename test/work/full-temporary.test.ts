import { expect, onTestFinished, test, vi } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { readingPool } from '../../src/work/pool/reading-pool.ts'
import { createReading } from '../../src/work/reading.ts'
import { newArchive, streamOf } from '../support/archive.ts'
import { problemOf } from '../support/problem-of.ts'

const temporary = vi.hoisted(() => ({ full: false }))

/** No folder can be made while it is full; only a disk of its own could really be filled for a test. */
vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>()
  const mkdtempSync = (prefix: string): string => {
    if (temporary.full) throw Object.assign(new Error('ENOSPC: no space left on device, mkdtemp'), { code: 'ENOSPC' })
    return fs.mkdtempSync(prefix)
  }
  return { ...fs, default: fs, mkdtempSync }
})

const newPool = () => {
  const pool = readingPool({ readers: 1 })
  onTestFinished(() => pool.close())
  return pool
}

test('documents that find the temporary folder full are waited for, and none has failed', async () => {
  temporary.full = true
  const archive = await newArchive('sqlite')
  for (const text of ['35 hợp tác xã', '40 hợp tác xã']) await archive.add(streamOf(text), `${text}.txt`, 1000)
  const warned: string[] = []
  const reading = createReading({
    archive,
    extract: newPool().read,
    limits: DEFAULT_LIMITS,
    log: {
      info: () => {},
      error: details => expect.fail(JSON.stringify(details)),
      warn: details => {
        warned.push((details as { code: string }).code)
        if (warned.length === 2) temporary.full = false
      },
    },
  })
  await reading.start()
  await reading.idle()
  await reading.stop(0)
  expect(warned).toEqual(['temporary-full', 'temporary-full'])
  expect((await archive.list({ state: 'done' }, null, 10)).total).toBe(2)
})

test('who asks for something to be read at once is told that the temporary folder is full', async () => {
  temporary.full = true
  const { explain } = newPool()
  const asked = explain(new TextEncoder().encode('35 hợp tác xã'), { offset: 0 }, DEFAULT_LIMITS)
  expect(await problemOf(asked)).toMatchObject({ code: 'temporary-full', details: { en: 'the disk is full' } })
  temporary.full = false
})
