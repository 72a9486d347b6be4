import { expect, test } from 'vitest'
import { inTurn } from '../../src/archive/in-turn.ts'

/** A job that ends when it is told to. */
const job = () => {
  let begun = false
  let end = (): void => {}
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  const work = () => {
    begun = true
    return ended
  }
  return { work, begun: () => begun, end: () => end() }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

test('jobs that have a key in common run one after the other, others at once', async () => {
  const run = inTurn()
  const [ab, b, bc, d] = [job(), job(), job(), job()]
  const all = [run(['a', 'b'], ab.work), run(['b'], b.work), run(['c', 'b'], bc.work), run(['d'], d.work)]
  const begun = async () => {
    await settled()
    return [ab, b, bc, d].map(each => each.begun())
  }
  expect(await begun()).toEqual([true, false, false, true])
  ab.end()
  expect(await begun()).toEqual([true, true, false, true])
  b.end()
  expect(await begun()).toEqual([true, true, true, true])
  bc.end()
  d.end()
  await Promise.all(all)
})

test('a job that fails holds nobody up, and tells only whoever asked for it', async () => {
  const run = inTurn()
  const failing = run(['a'], () => Promise.reject(new Error('a fault')))
  const next = run(['a'], async () => 'done')
  await expect(failing).rejects.toThrow('a fault')
  expect(await next).toBe('done')
})
