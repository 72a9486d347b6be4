import { expect, test } from 'vitest'
import type { DecisionRequest } from '../../../src/contract/index.ts'
import type { DeskState } from '../../../src/web/review/desk-state.ts'
import { seenBy } from '../../../src/web/review/seen.ts'
import { confirm, correct, opened, reject } from './open-desk.ts'

const settled = ({ records }: DeskState) => records?.records.filter(r => r.settledBy === 'reviewer').map(r => r.id)

/** Whether a promise has come to something, and to what. */
const outcomeOf = (promise: Promise<boolean>) => Promise.race([promise, Promise.resolve('not known yet' as const)])

test('a decision shows before the server has answered, and is the server’s word afterwards', async () => {
  const { desk, last, server } = await opened()
  const stored = desk.decide('Lan', [confirm('b')])
  expect(settled(last())).toEqual(['b'])
  expect(desk.records).toBe(last().records)
  expect(last()).toMatchObject({ unsaved: 1, records: { progress: { settled: 1 } } })
  expect(await stored).toBe(true)
  expect(await desk.idle()).toBe(true)
  expect(settled(last())).toEqual(['b'])
  expect(last()).toMatchObject({ unsaved: 0, held: null, records: { version: '1' } })
  expect(server.decided).toHaveLength(1)
})

test('what is decided while a request is under way goes together with the next, each on the version before', async () => {
  const { desk, server, last } = await opened()
  const first = desk.decide('Lan', [confirm('a')])
  await Promise.resolve()
  await Promise.all([first, ...['b', 'c'].map(id => desk.decide('Lan', [confirm(id)]))])
  await desk.idle()
  expect(server.batches.map(batch => batch.length)).toEqual([1, 2])
  expect(settled(last())).toEqual(['a', 'b', 'c'])
})

test('what is decided as soon as something is stored is stored, too', async () => {
  const { desk, last } = await opened()
  for (const id of ['a', 'b', 'c']) expect(await desk.decide('Lan', [confirm(id)])).toBe(true)
  await desk.idle()
  expect(settled(last())).toEqual(['a', 'b', 'c'])
})

test('where somebody was faster, decisions wait with what has changed, and can be sent again or dropped', async () => {
  const { desk, server, last } = await opened()
  await server.decide('d', '0', 'Minh', [confirm('a')])
  const first = desk.decide('Lan', [confirm('b')])
  expect(await desk.idle()).toBe(false)
  expect(last()).toMatchObject({
    unsaved: 1,
    held: { because: 'stale', decisions: [{ request: confirm('b') }], changed: { decisions: [{ who: 'Minh' }] } },
  })
  expect(settled(last())).toEqual(['a'])
  expect(await outcomeOf(first)).toBe('not known yet')
  await desk.sendAgain()
  expect(await first).toBe(true)
  expect(last()).toMatchObject({ unsaved: 0, held: null })
  expect(settled(last())).toEqual(['a', 'b'])

  await server.decide('d', '2', 'Minh', [confirm('c')])
  const second = desk.decide('Lan', [reject('a')])
  await desk.idle()
  await desk.dropHeld()
  expect(await second).toBe(false)
  expect(last()).toMatchObject({ unsaved: 0, held: null })
  expect(server.decided.map(({ request }) => request.kind)).toEqual(['confirm', 'confirm', 'confirm'])
})

test('what somebody has made another meanwhile is settled only once its reviewer has seen it', async () => {
  const { desk, server, last } = await opened()
  await server.decide('d', '0', 'Minh', [correct('a', 1599)])
  const stored = [desk.decide('Lan', [confirm('a')]), desk.decide('Lan', [confirm('b')])]
  await desk.idle()
  expect(last().held?.decisions.map(({ request }) => request)).toEqual([confirm('b')])
  expect(last().waiting).toMatchObject([
    {
      ...{ because: 'overtaken', request: confirm('a'), by: { who: 'Minh', id: 'x1' } },
      ...{ seen: { record: { value: 1559 } }, now: { record: { value: 1599 } } },
    },
  ])
  await desk.sendAgain()
  expect(server.decided.slice(1).map(({ request }) => request)).toEqual([confirm('b')])
  expect(last()).toMatchObject({ unsaved: 1, held: null })

  await desk.insist(last().waiting[0]?.key ?? 0)
  expect(await Promise.all(stored)).toEqual([true, true])
  expect(server.decided.slice(1).map(({ request }) => request)).toEqual([confirm('b'), confirm('a')])
  expect(last()).toMatchObject({ unsaved: 0, waiting: [] })
})

test('what a form asks for is made on what the form was opened on, and not on what came anew meanwhile', async () => {
  const { desk, server, last } = await opened()
  const request = { ...correct('a', 777), why: 'trang 3' }
  const seen = seenBy(request, desk.records)
  await server.decide('d', '0', 'Minh', [
    { kind: 'correct', record: 'a', changes: { period: '2011', status: 'target' } },
  ])
  await desk.reload()
  const stored = desk.decide('Lan', [request], undefined, seen)
  expect(await desk.idle()).toBe(false)
  expect(server.decided.map(({ who }) => who)).toEqual(['Minh'])
  expect(last().waiting).toMatchObject([
    {
      ...{ because: 'overtaken', request },
      ...{ seen: { record: { period: '2019' } }, now: { record: { value: 1559, period: '2011', status: 'target' } } },
    },
  ])
  await desk.insist(last().waiting[0]?.key ?? 0)
  expect(await stored).toBe(true)
  expect(server.decided.at(-1)).toEqual({ who: 'Lan', request })
  expect(last()).toMatchObject({ unsaved: 0, waiting: [] })
})

test('a form that was opened on what one has decided oneself is overtaken by nothing', async () => {
  const { desk, server, last } = await opened()
  const first = desk.decide('Lan', [correct('a', 1599)])
  const seen = seenBy(confirm('a'), desk.records)
  await first
  await desk.idle()
  expect(await desk.decide('Lan', [confirm('a')], undefined, seen)).toBe(true)
  expect(server.decided.map(({ request }) => request)).toEqual([correct('a', 1599), confirm('a')])
  expect(last().waiting).toEqual([])
})

test('records that come anew stop what was made on others, too, whoever asked for them', async () => {
  const { desk, server, last } = await opened()
  server.down = true
  const stored = desk.decide('Lan', [reject('a')])
  await desk.idle()
  server.down = false
  await server.decide('d', '0', 'Minh', [correct('a', 1599)])
  await desk.reload()
  expect(last()).toMatchObject({ held: null, waiting: [{ because: 'overtaken', now: { record: { value: 1599 } } }] })
  await desk.drop(last().waiting[0]?.key ?? 0)
  expect(await stored).toBe(false)
  expect(last()).toMatchObject({ unsaved: 0, waiting: [] })
  expect(server.decided).toHaveLength(1)
})

test('one’s own decisions on one record after the other overtake nothing', async () => {
  const { desk, server, last } = await opened()
  const first = desk.decide('Lan', [correct('a', 1599)])
  await Promise.resolve()
  const second = desk.decide('Lan', [confirm('a')])
  const reloaded = desk.reload()
  expect(await Promise.all([first, second])).toEqual([true, true])
  await reloaded
  expect(last()).toMatchObject({ unsaved: 0, waiting: [] })
  expect(server.decided.map(({ request }) => request)).toEqual([correct('a', 1599), confirm('a')])
})

test('of several decisions, only those that cannot be wait, wherever they stand; all others are stored', async () => {
  const { desk, server, last } = await opened()
  server.impossible.add('b').add('f1')
  const asked: DecisionRequest[] = [
    ...[confirm('b'), confirm('a')],
    ...[{ kind: 'accept-suggestion' as const, flag: 'f1' }, correct('b', 1), confirm('c')],
  ]
  const stored = asked.map(each => desk.decide('Lan', [each]))
  expect(await Promise.all([stored[1], stored[4]])).toEqual([true, true])
  expect(await desk.idle()).toBe(false)
  expect(settled(last())).toEqual(['a', 'c'])
  expect(last().held).toBeNull()
  expect(last().waiting.map(({ because, request }) => ({ because, request }))).toEqual(
    [asked[0], asked[2], asked[3]].map(request => ({ because: 'refused', request })),
  )
  expect(last().waiting[1]).toMatchObject({ issues: [{ message: 'no f1' }] })

  // More can be decided, and stored, beside them.
  expect(await desk.decide('Lan', [confirm('a')])).toBe(true)
  for (const { key } of last().waiting) await desk.drop(key)
  expect(await Promise.all(stored)).toEqual([false, true, false, false, true])
  expect(last().unsaved).toBe(0)
})

test('a refusal can be seen to by whoever asked, and is no one else’s then', async () => {
  const { desk, server, last } = await opened()
  server.impossible.add('b')
  const heard: unknown[] = []
  const asked = desk.decide('Lan', [confirm('b')], ({ issues }) => {
    heard.push(issues[0]?.message)
    return true
  })
  expect(await asked).toBe(false)
  expect(heard).toEqual(['no b'])
  expect(last()).toMatchObject({ unsaved: 0, waiting: [] })
})

test('where the server is away, nothing that was decided is lost', async () => {
  const { desk, server, last } = await opened()
  server.down = true
  const first = desk.decide('Lan', [confirm('a')])
  await desk.idle()
  const second = desk.decide('Lan', [confirm('b')])
  await desk.idle()
  expect(last()).toMatchObject({ unsaved: 2, held: { because: 'failed' } })
  server.down = false
  await desk.sendAgain()
  expect(await Promise.all([first, second])).toEqual([true, true])
  expect(settled(last())).toEqual(['a', 'b'])
  expect(last()).toMatchObject({ unsaved: 0, held: null })
})

test('each decision is stored under the name that it was made under, whatever the name is when it is sent', async () => {
  const { desk, server, last } = await opened()
  server.down = true
  const stored = [desk.decide('Lan', [reject('a')])]
  await desk.idle()
  stored.push(desk.decide('Minh', [confirm('b')]), desk.decide('Lan', [confirm('c')]))
  server.down = false
  await desk.sendAgain()
  expect(await Promise.all(stored)).toEqual([true, true, true])
  expect(server.decided).toEqual([
    { who: 'Lan', request: reject('a') },
    { who: 'Minh', request: confirm('b') },
    { who: 'Lan', request: confirm('c') },
  ])
  expect(last()).toMatchObject({ unsaved: 0, held: null, waiting: [] })
})

test('all that is not stored can be given up at once', async () => {
  const { desk, server, last } = await opened()
  server.impossible.add('c')
  const refused = desk.decide('Lan', [confirm('c')])
  await desk.idle()
  server.down = true
  const held = desk.decide('Lan', [confirm('a')])
  await desk.idle()
  const queued = desk.decide('Lan', [confirm('b')])
  desk.giveUp()
  expect(await Promise.all([refused, held, queued])).toEqual([false, false, false])
  expect(last()).toMatchObject({ unsaved: 0, held: null, waiting: [] })
})

test('undo takes back what was not sent, then what was stored, then the reviewer’s last decision of before', async () => {
  const { desk, server, last } = await opened()
  await server.decide('d', '0', 'Lan', [confirm('a')])
  await server.decide('d', '1', 'Minh', [confirm('b')])
  await desk.reload()
  const first = desk.decide('Lan', [confirm('c')])
  const second = desk.decide('Lan', [confirm('a')])
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: 'a' })
  expect(await Promise.all([first, second])).toEqual([true, false])
  expect(server.decided.map(({ request }) => request)).toEqual([confirm('a'), confirm('b'), confirm('c')])
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: 'c' })
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: 'a' })
  await desk.idle()
  expect(server.decided.slice(3).map(({ request }) => request)).toEqual([
    { kind: 'undo', decision: 'x3' },
    { kind: 'undo', decision: 'x1' },
  ])
  expect(last().unsaved).toBe(0)
})

test('undo takes back the last of what is held', async () => {
  const { desk, server, last } = await opened()
  server.down = true
  const stored = ['a', 'b'].map(id => desk.decide('Lan', [confirm(id)]))
  await desk.idle()
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: 'b' })
  expect(last()).toMatchObject({ unsaved: 1, held: { decisions: [{ request: confirm('a') }] } })
  server.down = false
  await desk.sendAgain()
  expect(await Promise.all(stored)).toEqual([true, false])
})

test('what was undone elsewhere, by oneself or by others, is not undone once more', async () => {
  const { desk, server, last } = await opened()
  for (const id of ['a', 'b', 'c']) await desk.decide('Lan', [confirm(id)])
  await desk.decide('Lan', [{ kind: 'undo', decision: 'x3' }])
  await desk.idle()
  await server.decide('d', '4', 'Minh', [{ kind: 'undo', decision: 'x2' }])
  await desk.reload()
  expect(await desk.undo('Lan')).toMatchObject({ is: 'undone', about: 'a' })
  expect(server.decided.at(-1)?.request).toEqual({ kind: 'undo', decision: 'x1' })
  expect(last()).toMatchObject({ unsaved: 0, waiting: [] })
  expect(await desk.undo('Lan')).toEqual({ is: 'nothing-to-undo' })
})

test('a reviewer who has decided nothing has nothing to undo', async () => {
  const { desk, server } = await opened()
  await server.decide('d', '0', 'Minh', [confirm('b')])
  expect(await desk.undo('Lan')).toEqual({ is: 'nothing-to-undo' })
})

test('records that are still the same change nothing', async () => {
  const { desk, server, states, last } = await opened()
  const told = states.length
  await desk.reload()
  expect(states).toHaveLength(told)
  await server.decide('d', '0', 'Minh', [confirm('b')])
  await desk.reload()
  expect(settled(last())).toEqual(['b'])
})

test('a correction of the header shows before it is stored', async () => {
  const { desk, last } = await opened()
  const stored = desk.decide('Lan', [{ kind: 'correct-document', changes: { number: '155/KH-UBND' } }])
  expect(last().records?.header.number).toBe('155/KH-UBND')
  await stored
})
