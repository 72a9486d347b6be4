import { randomUUID } from 'node:crypto'
import { ProblemError, problem } from './problem.ts'
import { problemText } from './problem-text.ts'

/** Levels of the log that tell where a fault comes from. */
const WITH_STACK: ReadonlySet<string | undefined> = new Set(['debug', 'trace'])

/**
 * Says what ended a command: its problem, or that it is a fault of the program, with an incident and what the exception says; with its
 * stack where `LOG_LEVEL` asks for such details.
 * @param environment the variables that configure the command
 */
export function tellFault(
  error: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  complain: (text: string) => void,
): void {
  if (error instanceof ProblemError) {
    complain(problemText('trichluc', error.problem))
    return
  }
  const incident = randomUUID()
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? error.stack : undefined
  complain(`${incident}: ${WITH_STACK.has(environment.LOG_LEVEL) ? (stack ?? message) : message}\n`)
  complain(problemText('trichluc', problem('internal', { incident })))
}
