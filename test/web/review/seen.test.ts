import { expect, test } from 'vitest'
import type { CurrentFlag, DecisionRequest } from '../../../src/contract/index.ts'
import { flagSeen, isOvertaken } from '../../../src/web/review/seen.ts'
import { flag } from '../../support/extraction.ts'

const shown = (expression: string): CurrentFlag => ({
  ...flag({ id: 'f1', expression }),
  ...{ raisedBy: 'machine', state: 'open', decision: null },
})

test('a reason is given for the sum that its form was opened on, and for no other that came in its place', () => {
  const dismiss: DecisionRequest = { kind: 'dismiss', flag: 'f1', why: 'in vậy' }
  const opened = flagSeen(shown('1.559 / 1.520 = 102,6 %'))
  expect(isOvertaken(dismiss, opened, flagSeen(shown('1.559 / 1.520 = 102,6 %')))).toBe(false)
  expect(isOvertaken(dismiss, opened, flagSeen(shown('1.600 / 1.520 = 105,3 %')))).toBe(true)
})
