import { expect, test } from 'vitest'
import type { DecisionRequest } from '../../../src/contract/index.ts'
import { confirm, opened, reject } from './open-desk.ts'

const undo = (decision: string): DecisionRequest => ({ kind: 'undo', decision })
const number: DecisionRequest = { kind: 'correct-document', changes: { number: '156/KH-UBND' } }

test('what was corrected of the header beside the desk is taken back before what was decided at it earlier', async () => {
  const { desk, server } = await opened()
  await desk.decide('Lan', [confirm('a')])
  await desk.idle()
  const sent = await server.decide('d', '1', 'Lan', [number])
  if (sent.is !== 'made') throw new Error(sent.is)
  desk.remember(sent.made.decisions)
  await desk.reload()
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: null, what: { kind: 'correct-document' } })
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: 'a', what: { kind: 'confirm' } })
  expect(server.decided.slice(2).map(({ request }) => request)).toEqual([undo('x2'), undo('x1')])
})

test('what was taken back beside the desk is not taken back once more', async () => {
  const { desk, server } = await opened()
  for (const id of ['a', 'b']) await desk.decide('Lan', [confirm(id)])
  await desk.idle()
  const sent = await server.decide('d', '2', 'Lan', [undo('x2')])
  if (sent.is !== 'made') throw new Error(sent.is)
  desk.remember(sent.made.decisions)
  await desk.reload()
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: 'a' })
  expect(server.batches.at(-1)).toEqual([undo('x1')])
})

test('an undo that was dropped leaves its decision the last, to be taken back when the server is there again', async () => {
  const { desk, server, last } = await opened()
  await desk.decide('Lan', [confirm('a')])
  await desk.decide('Lan', [reject('a')])
  await desk.idle()
  server.down = true
  const undone = desk.undo('Lan')
  await expect.poll(() => last().held?.decisions.map(({ request }) => request)).toEqual([undo('x2')])
  server.down = false
  await desk.dropHeld()
  expect(await undone).toEqual({ is: 'given-up' })
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', what: { kind: 'reject' } })
  await desk.idle()
  expect(last().records?.rejected).toEqual([])
  expect(server.decided.map(({ request }) => request)).toEqual([confirm('a'), reject('a'), undo('x2')])
})

test('undone twice while the server is away, two decisions wait to be taken back, and are so or stand together', async () => {
  const { desk, server, last } = await opened()
  for (const id of ['a', 'b', 'c']) await desk.decide('Lan', [confirm(id)])
  await desk.idle()
  const twice = async () => {
    server.down = true
    const undone = [desk.undo('Lan')]
    await expect.poll(() => last().held).not.toBeNull()
    undone.push(desk.undo('Lan'))
    await expect.poll(() => last().held?.decisions.map(({ request }) => request)).toEqual([undo('x3'), undo('x2')])
    server.down = false
    return undone
  }
  const dropped = await twice()
  await desk.dropHeld()
  expect(await Promise.all(dropped)).toEqual([{ is: 'given-up' }, { is: 'given-up' }])
  expect(await desk.idle()).toBe(true)
  expect(server.decided).toHaveLength(3)

  const sent = await twice()
  await desk.sendAgain()
  expect(await Promise.all(sent)).toMatchObject([{ about: 'c' }, { about: 'b' }])
  expect(server.decided.slice(3).map(({ request }) => request)).toEqual([undo('x3'), undo('x2')])
})

test('undone twice at once, the last two decisions of before are taken back, one after the other', async () => {
  const { desk, server, last } = await opened()
  for (const [i, id] of ['a', 'b', 'c'].entries()) await server.decide('d', String(i), 'Lan', [confirm(id)])
  await desk.reload()
  const undone = [desk.undo('Lan'), desk.undo('Lan')]
  expect(await Promise.all(undone)).toMatchObject([{ about: 'c' }, { about: 'b' }])
  expect(server.decided.slice(3).map(({ request }) => request)).toEqual([undo('x3'), undo('x2')])
  expect(await desk.idle()).toBe(true)
  expect(last().waiting).toEqual([])
})

test('what is on its way when it is undone, and comes back, is what is taken back', async () => {
  const { desk, server, last } = await opened()
  await desk.decide('Lan', [confirm('a')])
  await desk.idle()
  const rejected = desk.decide('Lan', [reject('b')])
  await Promise.resolve()
  server.down = true
  const undone = desk.undo('Lan')
  expect(await undone).toMatchObject({ is: 'undone', about: 'b', what: { request: reject('b') } })
  expect(await rejected).toBe(false)
  expect(last().unsaved).toBe(0)
  expect(server.decided.map(({ request }) => request)).toEqual([confirm('a')])
})
