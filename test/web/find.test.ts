import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchable } from '../../src/contract/searchable.ts'
import { numeralOf } from '../../src/web/document/find/numeral-of.ts'
import { TextSearch } from '../../src/web/document/find/text-search.ts'
import { within } from '../../src/web/document/find/within.ts'

const TEXT = 'Tổ hợp tác: 35.\nHỢP TÁC xã  Đồng Tiến có 1.559 thành viên;\thop tac, hộp tác.'
const found = (words: string, text = TEXT): string[] =>
  new TextSearch(text).find(words).map(({ start, end }) => text.slice(start, end))

describe('words are found in a document', () => {
  test('without marks they are found whatever marks they have there, in any case', () => {
    expect(found('hop tac')).toEqual(['hợp tác', 'HỢP TÁC', 'hop tac', 'hộp tác'])
    expect(found('DONG')).toEqual(['Đồng'])
  })

  test('with marks they are found with these alone, đ among them', () => {
    expect(found('hợp tác')).toEqual(['hợp tác', 'HỢP TÁC'])
    expect(found('đồng')).toEqual(['Đồng'])
    expect(found('đong')).toEqual([])
  })

  test('over line breaks, tabs and wide gaps; letters that are not composed count as those that are', () => {
    expect(found('tac xa dong')).toEqual(['TÁC xã  Đồng'])
    expect(found('vien; hop')).toEqual(['viên;\thop'])
    expect(found('35. hop')).toEqual(['35.\nHỢP'])
    expect(found('hợp', TEXT.normalize('NFD'))).toEqual(['hợp', 'HỢP'].map(word => word.normalize('NFD')))
    expect(found('hop', 'ho\u031b\u0323p tác')).toEqual(['ho\u031b\u0323p'])
  })

  test('blanks are not looked for, nor what the text does not have', () => {
    expect(found('  ')).toEqual([])
    expect(found('liên hiệp')).toEqual([])
  })

  test('every stretch of a text is found by itself, at its own place', () => {
    const letters = fc.constantFrom(...'aáạăâbcdđĐ eêghiklmnoơ\n1.9 ', '𝒜', 'ư')
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 3, maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        (all, at, many) => {
          const from = at % all.length
          const [before, words] = [all.slice(0, from).join(''), all.slice(from, from + many).join('')]
          fc.pre(words.trim() !== '')
          const text = all.join('')
          const start = before.length + words.length - words.trimStart().length
          const places = new TextSearch(text).find(words)
          for (const { start, end } of places) expect(searchable(text.slice(start, end))).toBe(searchable(words))
          // Places do not overlap: its own may lie within another.
          expect(places.some(place => place.start <= start && start < place.end)).toBe(true)
        },
      ),
    )
  })
})

test('of what was found only that in some stretches is kept, those that nest and touch among them', () => {
  const span = fc
    .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 15 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(span), fc.array(span), (spans, stretches) => {
      const overlaps = (a: { start: number; end: number }) => stretches.some(b => a.start < b.end && b.start < a.end)
      expect(within(spans, stretches)).toEqual(spans.filter(overlaps))
    }),
  )
})

test('the number in what was found can be asked about, unless it is a record', () => {
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
  expect(numeralOf(at('có 1.5'), TEXT, [])).toEqual(at('1.559'))
  expect(numeralOf(at('có 1.5'), TEXT, [{ evidence: at('1.559') }])).toBeNull()
  expect(numeralOf(at('hợp tác'), TEXT, [])).toBeNull()
})
