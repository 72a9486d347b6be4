import { z } from 'zod'

/** What the JSON report of vitest says in sum, and the names of its tests. */
export const TestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
})
export type TestReport = z.infer<typeof TestReport>

/**
 * A closing line for a run of the tests: `123 passed, 0 failed`, and what was left out where something was.
 * @returns complete: every test ran, there was one at least, and all passed
 */
export const summarise = (report: TestReport): { readonly line: string; readonly complete: boolean } => {
  const leftOut = report.numPendingTests + report.numTodoTests
  const names = report.testResults
    .flatMap(file => file.assertionResults)
    .filter(test => test.status !== 'passed' && test.status !== 'failed')
    .map(test => test.fullName)
  const skipped = leftOut === 0 ? '' : `, ${leftOut} skipped (no test may be): ${names.join('; ')}`
  return {
    line: `${report.numPassedTests} passed, ${report.numFailedTests} failed${skipped}`,
    complete: report.success && leftOut === 0 && report.numFailedTests === 0 && report.numPassedTests > 0,
  }
}
