import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PagesRead } from '../../src/read/pages-read.ts'
import { pageProgress } from '../../src/work/page-progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const recorded = (keep: () => Promise<void> = async () => {}) => {
  const kept: PagesRead[] = []
  const progress = pageProgress(async read => {
    kept.push(read)
    await keep()
  })
  const tell = (page: number) => progress.tell({ page, pages: 12 })
  return { ...progress, tell, kept: () => kept.map(({ page }) => page) }
}

test('the latest page of each second is kept, and none twice', async () => {
  const { tell, kept, end } = recorded()
  for (const page of [1, 2, 3]) tell(page)
  expect(kept()).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  expect(kept()).toEqual([3])
  await vi.advanceTimersByTimeAsync(5000)
  expect(kept()).toEqual([3])
  tell(4)
  await vi.advanceTimersByTimeAsync(1000)
  expect(kept()).toEqual([3, 4])
  await end()
})

test('what is read within a second is never kept', async () => {
  const { tell, kept, end } = recorded()
  tell(12)
  await vi.advanceTimersByTimeAsync(900)
  await end()
  await vi.advanceTimersByTimeAsync(5000)
  expect(kept()).toEqual([])
})

test('one is kept at a time, and the end waits for it', async () => {
  let store = () => {}
  const { tell, kept, end } = recorded(() => new Promise(resolve => (store = resolve)))
  tell(1)
  await vi.advanceTimersByTimeAsync(1000)
  tell(2)
  await vi.advanceTimersByTimeAsync(3000)
  expect(kept()).toEqual([1])
  let ended = false
  const ending = end().then(() => {
    ended = true
  })
  await vi.advanceTimersByTimeAsync(1000)
  expect(ended).toBe(false)
  store()
  await ending
  expect(kept()).toEqual([1])
})
