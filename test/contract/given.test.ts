import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Changes, DecisionRequest, NewStatement, Reviewer } from '../../src/contract/index.ts'

test('a zero below zero is zero, as JSON keeps it', () => {
  const { value, min, max } = Changes.parse({ value: -0, min: -0, max: -0 })
  expect([value, min, max].map(n => Object.is(n, 0))).toEqual([true, true, true])
  const given = { subject: 'cooperative', indicator: 'a', value: -0, unit: 'person', period: null, status: 'actual' }
  expect(Object.is(NewStatement.parse(given).value, 0)).toBe(true)
  expect(Changes.parse({ value: -0.5 })).toEqual({ value: -0.5 })
})

const area = (name: string) => ({ area: { code: null, name, level: 'district' } })

test.each([
  area('x'.repeat(301)),
  area('Châu\0Đức'),
  area(' '),
  { label: 'a\nb' },
  { qualifier: 'a\u0007' },
  { source: '\ud800' },
  { label: 'x'.repeat(501) },
])('%j is refused', changes => {
  expect(Changes.safeParse(changes).success).toBe(false)
})

test('a place’s name keeps its letters, without the blanks around', () => {
  expect(Changes.parse(area(' Châu Đức '))).toEqual(area('Châu Đức'))
})

test('what is to be read in a box is one line', () => {
  const place = { page: 1, box: [0, 0, 1, 1], quote: 'a\0b' }
  const statement = { subject: 'cooperative', indicator: 'a', value: 1, unit: 'person', period: null, status: 'actual' }
  expect(DecisionRequest.safeParse({ kind: 'add', place, statement }).success).toBe(false)
  expect(DecisionRequest.safeParse({ kind: 'add', place: { ...place, quote: 'ab' }, statement }).success).toBe(true)
})

test('a name is the same one however it is composed and spaced, and stays so', () => {
  const letters = fc.stringMatching(/^[A-Za-zăâđêôơưĂÂĐÊÔƠƯáàảãạếềểễệ]{1,12}$/)
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(' ', '  ', '\u00a0'),
      (parts, blank) => {
        const name = parts.join(' ').normalize('NFC')
        expect(Reviewer.parse(` ${parts.join(blank).normalize('NFD')} `)).toBe(name)
        expect(Reviewer.parse(name)).toBe(name)
      },
    ),
  )
  expect(Reviewer.safeParse('x'.repeat(101)).success).toBe(false)
  expect(Reviewer.safeParse('ễ'.repeat(100).normalize('NFD')).success).toBe(true)
})
