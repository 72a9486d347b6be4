import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { share, shareById } from '../../src/web/share.ts'

describe('what comes anew', () => {
  it('says what it says, and is the same object as before where nothing in it has changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const copy = structuredClone(after)
        expect(share(before, after)).toStrictEqual(copy)
        expect(share(after, copy)).toBe(after)
      }),
    )
  })

  it('keeps the parts that say the same beside those that do not', () => {
    const before = { place: { start: 3, end: 8 }, why: [{ rule: 'a' }, { rule: 'b' }] }
    const after = share(before, { place: { start: 3, end: 8 }, why: [{ rule: 'a' }, { rule: 'c' }] })
    expect(after).toEqual({ place: { start: 3, end: 8 }, why: [{ rule: 'a' }, { rule: 'c' }] })
    expect(after.place).toBe(before.place)
    expect(after.why[0]).toBe(before.why[0])
  })

  it('leaves out what is gone', () => {
    expect(share<object>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(share<object>({ a: 1 }, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 })
  })

  it('knows the members of a list by their ids, wherever they stand now', () => {
    const before = [
      { id: 'a', value: 1 },
      { id: 'b', value: 2 },
      { id: 'c', value: 3 },
    ]
    const after = shareById(before, [
      { id: 'new', value: 0 },
      { id: 'c', value: 3 },
      { id: 'b', value: 5 },
    ])
    expect(after.map(({ id }) => id)).toEqual(['new', 'c', 'b'])
    expect(after[1]).toBe(before[2])
    expect(after[2]).toEqual({ id: 'b', value: 5 })
    expect(shareById(before, structuredClone(before))).toBe(before)
  })
})
