import { join } from 'node:path'
import { type CheckedRules, checkRules } from '../authoring/check-rules.ts'
import type { RuleFault } from '../authoring/rule-fault.ts'
import { problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { systemCause } from '../system-cause.ts'
import { printDrafts, printUnread } from './drafts-command.ts'
import { EXIT, type Streams } from './streams.ts'

/**
 * Checks all rules and prints a line for each fault, then for each draft of an example.
 * @param folder where the rules stand; the shipped ones where it is not given
 * @param strict drafts that the rules do not read yet are faults
 * @returns the exit code: 0 without faults, 1 with some or when a folder cannot be read
 */
export async function checkCommand(folder: string | undefined, strict: boolean, streams: Streams): Promise<number> {
  try {
    const checked = await checkRules(folder)
    for (const fault of checked.faults) streams.print(faultLine(folder ?? 'rules', fault))
    streams.print(summary(checked))
    const drafts = checked.complete ? await printDrafts(folder, streams) : await printUnread(streams)
    return checked.faults.length === 0 && !(strict && drafts !== EXIT.done) ? EXIT.done : EXIT.failed
  } catch (error) {
    const cause = systemCause(error)
    if (cause === null) throw error
    streams.complain(problemText('trichluc', problem('unreadable-path', { path: folder ?? 'rules', ...cause })))
    return EXIT.failed
  }
}

const faultLine = (folder: string, { file, line, rule, found, expected, cure }: RuleFault): string =>
  `${join(folder, file)}:${line}  ${rule ?? '–'}  ${found}; expected ${expected}; ${cure}\n`

const summary = ({ faults, rules, patterns, examples, complete }: CheckedRules): string => {
  const counted = `${rules} quy tắc · rules, ${patterns} mẫu · patterns, ${examples} ví dụ · examples`
  const notRun = complete ? '' : ' (ví dụ chưa chạy · examples not run)'
  return `${counted}: ${faults.length} lỗi · faults${notRun}\n`
}
