import { expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { createRecounting } from '../../src/http/review/recounting.ts'
import { streamOf, taken } from '../support/archive.ts'
import { extractionOf } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'

const opened = async () => {
  const archive = await openArchive(await temporaryFolder())
  onTestFinished(() => archive.close())
  /** A document that has been decided on, and was not counted since. */
  const decided = async (text: string): Promise<string> => {
    const { document } = await archive.add(streamOf(text), text, 100)
    await archive.finish(await taken(archive), extractionOf(Buffer.from(text), text))
    await archive.db
      .updateTable('documents')
      .set({ decided: 1, reviewed: null })
      .where('id', '=', document.id)
      .execute()
    return document.id
  }
  const count = async (id: string) => {
    await archive.db.updateTable('documents').set({ reviewed: 'v' }).where('id', '=', id).execute()
    return null
  }
  return { archive, decided, count }
}

test('every document that has to be counted is, and one that cannot be is told of once and holds no other up', async () => {
  const { archive, decided, count } = await opened()
  const [bad, ...good] = (await Promise.all(['a', 'b', 'c'].map(decided))).sort()
  const asked: string[] = []
  const told: object[] = []
  const records = async (id: string) => {
    asked.push(id)
    if (id === bad) throw new Error('damaged')
    return await count(id)
  }
  const recounting = createRecounting(archive.db, { records }, { error: details => told.push(details) }, 1)
  recounting.start()
  await expect.poll(() => asked.length).toBe(3)
  const later = await decided('d')
  await expect.poll(() => asked.length).toBe(4)
  await recounting.stop()
  expect(asked.sort()).toEqual([bad, ...good, later].sort())
  expect(told).toMatchObject([{ document: bad }])
})

test('a database that is away for a while ends nothing', async () => {
  const { archive, decided, count } = await opened()
  const id = await decided('a')
  let away = true
  const db = new Proxy(archive.db, {
    get: (target, name) => {
      if (away && name === 'selectFrom') throw new Error('away')
      const value = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const told: string[] = []
  const asked: string[] = []
  const records = async (document: string) => {
    asked.push(document)
    return await count(document)
  }
  const recounting = createRecounting(db, { records }, { error: (_, message) => told.push(message) }, 1)
  recounting.start()
  await expect.poll(() => told.length).toBeGreaterThan(1)
  away = false
  await expect.poll(() => asked).toEqual([id])
  await recounting.stop()
})
