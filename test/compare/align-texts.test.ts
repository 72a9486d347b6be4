import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts } from '../../src/compare/align-texts.ts'
import { alignTokens } from '../../src/compare/align-tokens.ts'
import { processorTime } from '../support/processor-time.ts'

const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 40 })

describe('laying texts beside each other', () => {
  it('pairs equal tokens only, each once, in the order of both', () => {
    fc.assert(
      fc.property(tokens, tokens, (before, after) => {
        const pairs = alignTokens(before, after)
        for (const [b, a] of pairs) expect(before[b]).toBe(after[a])
        for (const [i, [b, a]] of pairs.entries()) {
          expect(b).toBeGreaterThan(pairs[i - 1]?.[0] ?? -1)
          expect(a).toBeGreaterThan(pairs[i - 1]?.[1] ?? -1)
        }
      }),
    )
  })

  it('keeps every token of a text that only had others put between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 60 }), list => {
        const before = list.flatMap(([n, added]) => (added ? [] : [`w${n}`]))
        const after = list.map(([n, added]) => (added ? `new${n}` : `w${n}`))
        expect(alignTokens(before, after)).toHaveLength(before.length)
      }),
    )
  })

  it('finds a stretch again behind what was read otherwise, and the gap in which a changed one stands', () => {
    const before = 'Năm 2019 có 1.840 tổ hợp tác, đạt kế hoạch.'
    const after = 'Nam  2019 co |.84O tổ hợp tác, dat kế hoạch.'
    const { forward, same } = alignTexts(before, after)
    const place = (words: string) => ({ start: before.indexOf(words), end: before.indexOf(words) + words.length })
    const words = (words: string) => {
      const { start, end, exact } = forward(place(words))
      return [after.slice(start, end).trim(), exact]
    }
    expect(same).toBe(false)
    expect(words('2019')).toEqual(['2019', true])
    expect(words('tổ hợp tác')).toEqual(['tổ hợp tác', true])
    expect(words('1.840')).toEqual(['co |.84O', false])
    expect(words('1.840 tổ')).toEqual(['co |.84O tổ', false])
  })

  it('lays 200,000 words beside each other in seconds, also where few of them stand once', () => {
    let seed = 1
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed
    }
    const before = Array.from({ length: 200_000 }, () => `w${next() % 997}`)
    const after = before.flatMap((w, i) => (i % 50 === 7 ? [`x${i}`] : i % 90 === 3 ? [] : [w]))
    const start = processorTime()
    const pairs = alignTokens(before, after)
    expect(processorTime() - start).toBeLessThan(10_000)
    expect(pairs.length).toBeGreaterThan(150_000)
  })
})
