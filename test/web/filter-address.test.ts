import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterIn, queryFor } from '../../src/web/document/filter-address.ts'
import { EVERYTHING, SHOWN, type Shown } from '../../src/web/document/record-filter.ts'

const filter = fc.record({
  words: fc.string().map(words => words.trim()),
  status: fc.constantFrom(null, 'actual' as const, 'estimate' as const, 'target' as const),
  show: fc.constantFrom(null, ...(Object.keys(SHOWN) as Shown[])),
})

test('what of the records is to be seen stands in the address, and is read from it as it was', () => {
  fc.assert(
    fc.property(filter, each => {
      expect(filterIn(queryFor(each))).toEqual(each)
    }),
  )
  expect(queryFor({ words: 'hợp tác', status: 'target', show: 'flagged' })).toBe(
    '?words=h%E1%BB%A3p+t%C3%A1c&status=target&show=flagged',
  )
  expect(queryFor(EVERYTHING)).toBe('')
})

test.each(['', '?show=nothing&status=never', '?show=toString', '?lang=vi'])('%s filters nothing', query => {
  expect(filterIn(query)).toEqual(EVERYTHING)
})

test('the blank behind a word that another is to follow does not stand in the address', () => {
  expect(queryFor({ ...EVERYTHING, words: 'hop ' })).toBe('?words=hop')
})
