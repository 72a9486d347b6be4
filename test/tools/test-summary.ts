import { readFileSync } from 'node:fs'
import { summarise, TestReport } from './test-report.ts'

/** Prints one line for a JSON report of vitest; exits with 1 unless every test ran and passed. */
const { line, complete } = summarise(TestReport.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))))
console.log(line)
process.exitCode = complete ? 0 : 1
