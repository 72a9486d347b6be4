import { expect, test } from 'vitest'
import { ApiError, UNREACHABLE } from '../../../src/web/api/failure.ts'
import { TakenDocument } from '../../../src/web/review/taken-document.ts'
import { openTab } from './tab.ts'

const MINUTE = 60_000

/** A tab before a server that gives a document to whoever asks, unless somebody has it. */
const opened = () => {
  const asked: string[] = []
  const server = { holder: null as string | null, down: false }
  let now = 0
  const calls = {
    async takeDocument(document: string, who: string) {
      if (server.down) throw new ApiError(UNREACHABLE)
      asked.push(`${who} takes ${document}`)
      if (server.holder !== null) throw new ApiError({ ...UNREACHABLE, code: 'document-assigned' })
    },
    async releaseDocument(document: string, who: string) {
      asked.push(`${who} gives back ${document}`)
    },
  }
  const taken = new TakenDocument(openTab(), calls, () => now)
  const workAt = (moment: number) => {
    now = moment
    return taken.renew('d')
  }
  return { asked, server, taken, workAt }
}

test('a document that is worked on is taken again every ten minutes, before its half hour is over', async () => {
  const { asked, taken, workAt } = opened()
  expect(await taken.take('d', 'Lan')).toBe(true)
  for (let minute = 1; minute <= 60; minute++) expect(await workAt(minute * MINUTE)).toBe(true)
  expect(asked).toEqual(Array(7).fill('Lan takes d'))
})

test('one that was not taken, or was given back, is not taken by working on it', async () => {
  const { asked, taken, workAt } = opened()
  expect(await workAt(60 * MINUTE)).toBe(true)
  expect(asked).toEqual([])
  await taken.take('d', 'Lan')
  await taken.giveBack('d', 'Lan')
  expect(await workAt(120 * MINUTE)).toBe(true)
  expect(asked).toEqual(['Lan takes d', 'Lan gives back d'])
})

test('where the server is away it is asked again after a minute, and not with every key', async () => {
  const { asked, server, taken, workAt } = opened()
  await taken.take('d', 'Lan')
  server.down = true
  expect(await workAt(10 * MINUTE)).toBe(true)
  server.down = false
  await workAt(10 * MINUTE + 1000)
  expect(asked).toHaveLength(1)
  await workAt(11 * MINUTE)
  expect(asked).toEqual(['Lan takes d', 'Lan takes d'])
})

test('a document that somebody else has taken meanwhile is told to be lost, once', async () => {
  const { server, taken, workAt } = opened()
  await taken.take('d', 'Lan')
  server.holder = 'Minh'
  expect(await taken.take('e', 'Lan')).toBe(false)
  expect(await workAt(40 * MINUTE)).toBe(false)
  expect(await workAt(60 * MINUTE)).toBe(true)
})
