import { expect, test } from 'vitest'
import { summarise, type TestReport } from './test-report.ts'

const report = (passed: number, failed: number, skipped: string[] = []): TestReport => ({
  success: failed === 0,
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped.length,
  numTodoTests: 0,
  testResults: [{ assertionResults: skipped.map(fullName => ({ fullName, status: 'skipped' })) }],
})

test('a run in which everything passed is complete', () => {
  expect(summarise(report(123, 0))).toEqual({ line: '123 passed, 0 failed', complete: true })
})

test('a run with a failed, a skipped or no test is not', () => {
  expect(summarise(report(122, 1))).toEqual({ line: '122 passed, 1 failed', complete: false })
  expect(summarise(report(122, 0, ['needs Chromium']))).toEqual({
    line: '122 passed, 0 failed, 1 skipped (no test may be): needs Chromium',
    complete: false,
  })
  expect(summarise(report(0, 0)).complete).toBe(false)
})
