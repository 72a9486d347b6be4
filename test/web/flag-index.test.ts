import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FigureLink } from '../../src/contract/index.ts'
import { cutExpression } from '../../src/web/document/cut-expression.ts'
import { afterClosing, coverageOf, indexFlags, stepInFlags, suspicionOf } from '../../src/web/document/flag-index.ts'
import { firstRecordOf, placesOf, placeToLookAt } from '../../src/web/document/flag-places.ts'
import { EVERYTHING, matches } from '../../src/web/document/record-filter.ts'
import { type ShownRecord, shownRecords, undecided } from '../../src/web/review/shown-record.ts'
import { flaggedExtraction, recordAt } from './stub/flags.ts'

const extraction = flaggedExtraction()
const index = indexFlags(extraction)
const members = recordAt(extraction, 43, '1.559')

test('errors come before warnings, these before notes, and a record knows its flags in that order', () => {
  expect(index.flags.map(({ id }) => id)).toEqual(['f3', 'f2', 'f1'])
  expect(index.byRecord.get(members.id)?.map(({ id }) => id)).toEqual(['f3', 'f2'])
})

test('of one severity, the flag whose sum stands first in the text comes first', () => {
  const [late, early] = [recordAt(extraction, 275, '1.599'), members].map(({ id, evidence: { start, end } }, i) => ({
    ...index.flags[0],
    id: `x${i}`,
    figures: [{ from: 0, to: 1, start, end, observation: id }],
  }))
  const flags = [late, early].map(flag => ({ ...extraction.flags[0], ...flag })) as typeof extraction.flags
  expect(indexFlags({ ...extraction, flags }).flags.map(({ id }) => id)).toEqual(['x1', 'x0'])
})

test('flags are gone through past those that are closed, and on from one that was closed just now', () => {
  const { flags } = undecided(extraction, 'd')
  const closing = (...closed: string[]) =>
    flags.map(flag => (closed.includes(flag.id) ? { ...flag, state: 'dismissed' as const } : flag))
  expect(stepInFlags(flags, null, 1)).toBe('f3')
  expect(stepInFlags(flags, null, -1)).toBe('f1')
  expect(stepInFlags(flags, 'f1', 1)).toBeUndefined()
  expect(stepInFlags(closing('f2'), 'f3', 1)).toBe('f1')
  expect(stepInFlags(closing('f2'), 'f2', -1)).toBe('f3')
  expect(stepInFlags(closing('f1'), 'f1', 1)).toBe('f3')
  expect(afterClosing(flags, 'f2')).toBe('f1')
  expect(afterClosing(flags, 'f1')).toBe('f3')
  expect(afterClosing(closing('f1', 'f3'), 'f2')).toBeUndefined()
})

test('a flag is looked at where it suspects a number, else at its first figure, and its records are gone through from there', () => {
  const [first] = index.flags
  if (first === undefined) throw new Error('there are flags')
  const { start, end } = members.evidence
  expect(placeToLookAt(first, index.records)).toEqual({ start, end, observation: members.id })
  expect(firstRecordOf(first, index.records)).toBe(members.id)
  const unsuspected = { ...first, suspects: [] }
  expect(placeToLookAt(unsuspected, index.records)).toMatchObject({ start: first.figures[0]?.start })
  const nowhere = { ...unsuspected, figures: [], observations: [], evidence: [{ start: 3, end: 5 }] }
  expect(placeToLookAt(nowhere, index.records)).toEqual({ start: 3, end: 5, observation: null })
  expect(firstRecordOf(nowhere, index.records)).toBeUndefined()
})

test('a record is as suspect as the flag that suspects it most', () => {
  expect(suspicionOf(members.id, index.flags)).toBe(0.62)
  expect(suspicionOf(recordAt(extraction, 275, '1.520').id, index.flags)).toBeNull()
  const hardly = index.flags.map(flag => ({ ...flag, suspects: [{ observation: members.id, weight: 0.004 }] }))
  expect(suspicionOf(members.id, hardly)).toBeNull()
})

test('records are verified, only in sums that do not come out, or reached by no check', () => {
  const { total, verified, unverified } = coverageOf(index)
  const without = [...index.records.values()].filter(({ support }) => support === 0)
  expect([total, verified]).toEqual([333, 333 - without.length])
  expect(unverified).toBe(without.filter(({ id }) => !index.byRecord.has(id)).length)
  expect(unverified).toBeLessThan(without.length)
})

test('records are filtered by what the checks say of them', () => {
  const chosen = (show: 'flagged' | 'unverified'): readonly ShownRecord[] =>
    shownRecords(undecided(extraction, 'd')).filter(o => matches(o, { ...EVERYTHING, show }, index.byRecord))
  expect(
    chosen('flagged')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...index.byRecord.keys()].sort())
  expect(chosen('unverified')).toHaveLength(coverageOf(index).unverified)
})

test('what is lit of a flag is each place once, and its first suspect', () => {
  const [flag] = index.flags
  if (flag === undefined) throw new Error('there is a flag')
  const { figures, suspect } = placesOf(flag, index.records)
  expect(figures.map(({ start, end }) => extraction.text.slice(start, end))).toEqual(['1.559', '1.520', '105,2'])
  expect(suspect).toMatchObject({ start: members.evidence.start })
})

test('an expression is cut at its figures', () => {
  const figure = (from: number, to: number): FigureLink => ({ from, to, start: 0, end: 1, observation: null })
  const pieces = cutExpression({ expression: '29 + 185 = 242', figures: [figure(5, 8), figure(0, 2)] })
  expect(pieces.map(({ words, figure }) => (figure === null ? words : `[${words}]`)).join('')).toBe(
    '[29] + [185] = 242',
  )
})

test('an expression is whole whatever its figures are', () => {
  const figures = fc.array(
    fc.record({ from: fc.nat(30), to: fc.nat(30), start: fc.nat(), end: fc.nat(), observation: fc.constant(null) }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), figures, (expression, all) => {
      const pieces = cutExpression({ expression, figures: all })
      expect(pieces.map(({ words }) => words).join('')).toBe(expression)
      expect(pieces.every(({ words }) => words !== '')).toBe(true)
    }),
  )
})
