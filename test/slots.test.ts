import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Slots } from '../src/slots.ts'

test('no more jobs run at once than there are slots, and they begin in their order', async () => {
  const slots = new Slots(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const job = (n: number) =>
    slots.run(async () => {
      begun.push(n)
      most = Math.max(most, ++running)
      await sleep(n % 3)
      running--
      return n
    })
  expect(await Promise.all([0, 1, 2, 3, 4, 5].map(job))).toEqual([0, 1, 2, 3, 4, 5])
  expect({ begun, most }).toEqual({ begun: [0, 1, 2, 3, 4, 5], most: 2 })
})

test('a job that fails frees its slot', async () => {
  const slots = new Slots(1)
  const failing = slots.run(async () => {
    throw new Error('a fault')
  })
  const next = slots.run(async () => 'done')
  await expect(failing).rejects.toThrow('a fault')
  expect(await next).toBe('done')
})
