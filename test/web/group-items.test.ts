import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupItems, type ItemGroup } from '../../src/web/document/group-items.ts'
import type { ListItem } from '../../src/web/review/list-items.ts'
import { observation } from './review/observation.ts'

const item = (id: string): ListItem => ({
  kind: 'record',
  record: { ...observation(id), settledBy: 'machine', decision: null, machine: null, notes: [], rejected: false },
})
const list = (length: number): ListItem[] => Array.from({ length }, (_, i) => item(`o${i}`))
const groupOf = (groups: readonly ItemGroup[], id: string) =>
  groups.find(({ items }) => items.some(each => each.kind === 'record' && each.record.id === id))?.key

const lengths = fc.integer({ min: 0, max: 150 })

test('every item stands in one group, in its order, and no two groups have one key', () => {
  fc.assert(
    fc.property(lengths, lengths, (before, now) => {
      const groups = groupItems(list(now), groupItems(list(before), []))
      expect(groups.flatMap(({ items }) => items)).toEqual(list(now))
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
      for (const { items } of groups) expect(items.length).toBeLessThanOrEqual(24)
    }),
    { numRuns: 20 },
  )
})

test('an item that comes moves no other into another group', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), fc.nat(), (length, place) => {
      const items = list(length)
      const before = groupItems(items, [])
      const after = groupItems(items.toSpliced(place % (length + 1), 0, item('new')), before)
      for (let i = 0; i < length; i++) expect(groupOf(after, `o${i}`)).toBe(groupOf(before, `o${i}`))
    }),
    { numRuns: 20 },
  )
})

test('an item that goes moves no other, unless it was the first of its group', () => {
  const items = list(200)
  const before = groupItems(items, [])
  const after = groupItems(items.toSpliced(50, 1), before)
  for (const { record } of items.flatMap(each => (each.kind === 'record' ? [each] : []))) {
    if (record.id !== 'o50') expect(groupOf(after, record.id)).toBe(groupOf(before, record.id))
  }
})

test('a group that has grown too large is parted, and the others stay', () => {
  let items = list(120)
  let groups = groupItems(items, [])
  const last = groups.at(-1)
  for (let i = 0; i < 30; i++) {
    items = items.toSpliced(5, 0, item(`n${i}`))
    groups = groupItems(items, groups)
    for (const { items } of groups) expect(items.length).toBeLessThanOrEqual(24)
  }
  expect(groups.at(-1)).toEqual(last)
})
