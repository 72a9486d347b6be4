import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Box, ScannedWord } from '../../src/contract/index.ts'
import { ScannedWords } from '../../src/web/page/scanned-words.ts'

/** Lines of words as a scan would have them: ten points high, six a letter. */
const set = (lines: readonly (readonly string[])[], page = 1) => {
  let text = ''
  const words: ScannedWord[] = []
  for (const [line, each] of lines.entries()) {
    let x = 50
    for (const word of each) {
      const start = text.length
      text += `${word} `
      const box: Box = [x, 100 + 20 * line, x + 6 * word.length, 110 + 20 * line]
      words.push({ start, end: start + word.length, page, box })
      x += 6 * word.length + 6
    }
    text = `${text.trimEnd()}\n`
  }
  return { text, words, scanned: new ScannedWords(text, words) }
}

test('a stretch has a box for each line of it, cut at its ends; one that was not read from an image has none', () => {
  const { text, scanned } = set([
    ['Có', '35', 'hợp', 'tác'],
    ['xã', 'và', '17.'],
  ])
  const from = text.indexOf('hợp')
  expect(scanned.inkOf({ start: from, end: text.indexOf('và') })).toEqual([
    { page: 1, box: [50 + 6 * 6, 100, 50 + 6 * 13, 110] },
    { page: 1, box: [50, 120, 62, 130] },
  ])
  expect(scanned.inkOf({ start: text.indexOf('17'), end: text.indexOf('17') + 2 })).toEqual([
    { page: 1, box: [86, 120, 98, 130] },
  ])
  expect(scanned.inkOf({ start: text.length + 5, end: text.length + 8 })).toEqual([])
  expect(new ScannedWords(text, []).inkOf({ start: 0, end: text.length })).toEqual([])
})

test('words that stand on another page have a box of their own', () => {
  const [one, two] = [set([['Có', '35']]), set([['hợp', 'tác']], 2)]
  const words = [
    ...one.words,
    ...two.words.map(w => ({ ...w, start: w.start + one.text.length, end: w.end + one.text.length })),
  ]
  const text = one.text + two.text
  const pages = new ScannedWords(text, words).inkOf({ start: 0, end: text.length }).map(({ page }) => page)
  expect(pages).toEqual([1, 2])
})

const word = fc.oneof(
  fc.constantFrom('hợp', 'tác', 'xã,', '(HTX)', 'tỷ'),
  fc.stringMatching(/^\(?\d{1,4}([.,]\d{1,3})?[%;]?$/),
)

test('each number of a page is found at its ink, and nothing between words', () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }), lines => {
      const { text, words, scanned } = set(lines)
      for (const numeral of text.matchAll(/\d+(?:[.,]\d+)*/g)) {
        const span = { start: numeral.index, end: numeral.index + numeral[0].length }
        const [place] = scanned.inkOf(span)
        if (place === undefined) throw new Error('there is no ink')
        const [left, top, right, bottom] = place.box
        expect(scanned.numeralAt(1, (left + right) / 2, (top + bottom) / 2)).toEqual(span)
        expect(scanned.numeralAt(2, (left + right) / 2, (top + bottom) / 2)).toBeNull()
        expect(scanned.numeralAt(1, (left + right) / 2, bottom + 5)).toBeNull()
      }
      for (const { start, end, box } of words) {
        if (/\d/.test(text.slice(start, end))) continue
        expect(scanned.numeralAt(1, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)).toBeNull()
      }
    }),
  )
})
