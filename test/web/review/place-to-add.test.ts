import { describe, expect, test } from 'vitest'
import type { Box } from '../../../src/contract/index.ts'
import type { WordsBetween } from '../../../src/web/page/marked.ts'
import { placeToAdd } from '../../../src/web/review/add/place-to-add.ts'

const TEXT = 'Năm 2019 có 17 tổ.'
const box: Box = [10, 10, 40, 20]
const [selection, asked] = [
  { start: 4, end: 8 },
  { start: 12, end: 14 },
]
const wordsOn = (_: number, { words }: WordsBetween) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
})
const place = (meant: Parameters<typeof placeToAdd>[0]) => placeToAdd(meant, { wordsOn })

describe('where a record is to be added', () => {
  test('is the number that is asked about, whatever is still selected', () => {
    expect(place({ asked, onPage: { page: 2, box }, selection })).toEqual({ kind: 'words', ...asked })
  })

  test('is what is selected or drawn on the pages that are shown', () => {
    expect(place({ asked: null, onPage: { page: 2, box }, selection: null })).toEqual({
      ...{ kind: 'box', page: 2, box, quote: '' },
    })
    const between = { before: 'có', words: '17', after: 'tổ' }
    expect(place({ asked: null, onPage: { page: 2, box, between }, selection: null })).toEqual({
      ...{ kind: 'words', ...asked },
    })
  })

  test('is the words of a scan that stand in the box, as long as they follow each other in the text', () => {
    const words = [...TEXT.matchAll(/\S+/g)].map(({ index, 0: word }, i) => ({
      ...{ start: index, end: index + word.length, page: 2 },
      box: [30 * i, 100, 30 * i + 20, 110] as Box,
    }))
    const drawn = (box: Box, page = 2) =>
      placeToAdd({ asked: null, onPage: { page, box }, selection: null }, { words, wordsOn })
    expect(drawn([55, 95, 125, 115])).toEqual({ kind: 'words', start: TEXT.indexOf('có'), end: TEXT.indexOf(' tổ') })
    expect(drawn([85, 95, 115, 115])).toEqual({ kind: 'words', ...asked })
    expect(drawn([85, 95, 115, 115], 1)).toMatchObject({ kind: 'box' })
    expect(drawn([85, 195, 115, 215])).toMatchObject({ kind: 'box' })
    const [first, second, ...rest] = words
    if (first === undefined || second === undefined) throw new Error('there are no words')
    const crossed = [first, { ...second, page: 3 }, ...rest]
    const across: Parameters<typeof placeToAdd>[1] = { words: crossed, wordsOn }
    expect(
      placeToAdd({ asked: null, onPage: { page: 2, box: [0, 95, 200, 115] }, selection: null }, across),
    ).toMatchObject({ kind: 'box' })
  })

  test('is what is selected in the text, else nothing yet', () => {
    expect(place({ asked: null, onPage: null, selection })).toEqual({ kind: 'words', ...selection })
    expect(place({ asked: null, onPage: null, selection: null })).toBeNull()
  })
})
