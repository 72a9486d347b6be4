import { expect, test } from 'vitest'
import { parsedDecision } from '../../src/archive/parsed-decision.ts'
import { confirmation } from '../support/decision.ts'

const body = (version: number) => JSON.stringify(confirmation('d', version, 't'))

test('a row is parsed once, as long as not too many others have come since', () => {
  const first = parsedDecision(body(1))
  expect(first).toEqual(confirmation('d', 1, 't'))
  expect(parsedDecision(body(1))).toBe(first)
  for (let version = 2; version <= 4_001; version++) parsedDecision(body(version))
  const again = parsedDecision(body(1))
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})

test('a damaged row is refused each time', () => {
  for (const _ of [1, 2]) {
    expect(() => parsedDecision('{"kind":"confirm"')).toThrow()
    expect(() => parsedDecision('{"kind":"confirm"}')).toThrow()
  }
})
