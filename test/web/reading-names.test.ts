import { expect, test } from 'vitest'
import { isOther, readingNow } from '../../src/web/document/reading-names.ts'
import { extractionOf } from '../support/extraction.ts'

const extraction = (text: string) => extractionOf(Buffer.from('a'), 'a.txt', { text })
const V1 = `3-${'1'.repeat(16)}`
const V2 = `3-${'2'.repeat(16)}`
const nameOf = (version: string) => version.slice(2)

test('records of another reading are known by their version, however many decisions there are', () => {
  const shown = readingNow(null, null, { extraction: extraction('a'), name: nameOf(V1) })
  expect([V1, `4${V1.slice(1)}`, V2].map(version => isOther(shown, version))).toEqual([false, false, true])
})

test('a text that was read anew takes the place of the one that is shown', () => {
  const before = readingNow(null, null, { extraction: extraction('a'), name: nameOf(V1) })
  const after = readingNow(before, nameOf(V2), { extraction: extraction('b'), name: nameOf(V2) })
  expect(after.extraction.text).toBe('b')
  expect([V1, V2].map(version => isOther(after, version))).toEqual([true, false])
})

test('a reading that is only checked by other rules stays the same object, and is not asked for again', () => {
  const before = readingNow(null, null, { extraction: extraction('a'), name: nameOf(V1) })
  // one of two servers has other rules, and names the same reading otherwise
  const after = readingNow(before, nameOf(V2), { extraction: extraction('a'), name: nameOf(V1) })
  expect(after.extraction).toBe(before.extraction)
  expect([V1, V2].map(version => isOther(after, version))).toEqual([false, false])
})

test('a server that does not name its readings is taken at its word', () => {
  expect(isOther(readingNow(null, null, { extraction: extraction('a'), name: null }), V1)).toBe(false)
})
