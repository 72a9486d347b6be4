import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdits, EditedText, type TextEdit } from '../../src/repair/edits.ts'

/** Edits of a text of this length, in order and apart. */
const editsOf = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 8 })
    .map(cuts => cuts.sort(([a], [b]) => a - b))
    .map(cuts => {
      const edits: TextEdit[] = []
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const [start, text] = cuts[i] ?? [0, '']
        const end = cuts[i + 1]?.[0] ?? start
        if (start > (edits.at(-1)?.end ?? -1)) edits.push({ start, end, text })
      }
      return edits
    })

const edited = fc.string({ maxLength: 40 }).chain(source => editsOf(source.length).map(e => new EditedText(source, e)))

const twice = edited.chain(first => editsOf(first.text.length).map(second => ({ first, second })))

describe('edits of a text', () => {
  it('puts the new text in place of the old', () => {
    const { text } = new EditedText('h\u00ADíng dÉn', [
      { start: 1, end: 3, text: 'ướ' },
      { start: 7, end: 8, text: 'ẫ' },
    ])
    expect(text).toBe('hướng dẫn')
  })

  it('refuses edits that overlap, stand in the wrong order or reach beyond the text', () => {
    const make = (edits: TextEdit[]) => () => new EditedText('abcd', edits)
    expect(
      make([
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ]),
    ).toThrow(RangeError)
    expect(
      make([
        { start: 2, end: 3, text: '' },
        { start: 0, end: 1, text: '' },
      ]),
    ).toThrow(RangeError)
    expect(make([{ start: 3, end: 5, text: '' }])).toThrow(RangeError)
  })

  it('leads from each stretch outside of edits to the same characters of the source, and back', () => {
    fc.assert(
      fc.property(edited, fc.nat(), fc.nat(), (e, a, b) => {
        const start = a % (e.text.length + 1)
        const end = start + (b % (e.text.length - start + 1))
        if (e.made.some(({ from, to }) => from <= end && start <= to)) return
        const back = e.back({ start, end })
        expect(e.source.slice(back.start, back.end)).toBe(e.text.slice(start, end))
        expect(e.forward(back)).toEqual({ start, end })
      }),
    )
  })

  it('leads from what an edit made to all that it replaced', () => {
    fc.assert(
      fc.property(edited, e => {
        for (const { from, to, start, end } of e.made)
          if (from < to) expect(e.back({ start: from, end: to })).toEqual({ start, end })
      }),
    )
  })

  it('keeps the order of offsets in both directions and stays within the text', () => {
    fc.assert(
      fc.property(edited, e => {
        let last = 0
        for (let at = 0; at < e.text.length; at++) {
          const { start, end } = e.back({ start: at, end: at + 1 })
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(e.source.length)
          last = start
        }
        last = 0
        for (let at = 0; at < e.source.length; at++) {
          const { start, end } = e.forward({ start: at, end: at + 1 })
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(e.text.length)
          last = start
        }
      }),
    )
  })

  it('composes two rounds into one that makes the same text', () => {
    fc.assert(
      fc.property(twice, ({ first, second }) => {
        const both = new EditedText(first.source, composeEdits(first, second))
        expect(both.text).toBe(new EditedText(first.text, second).text)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps edits of the first round apart where the second leaves them alone', () => {
    const first = new EditedText('abcdef', [
      { start: 0, end: 1, text: 'A' },
      { start: 1, end: 2, text: 'B' },
      { start: 4, end: 5, text: 'E' },
    ])
    expect(composeEdits(first, [{ start: 5, end: 6, text: 'F' }])).toEqual([
      ...first.edits,
      { start: 5, end: 6, text: 'F' },
    ])
  })
})
