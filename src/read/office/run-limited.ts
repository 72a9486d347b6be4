import { type ChildProcess, spawn } from 'node:child_process'
import { tellProcessGroup } from '../../tools/process-groups.ts'

export interface ProcessLimits {
  /** Milliseconds of wall time. */
  readonly time: number
  /** Bytes of address space. */
  readonly memory: number
  /** Bytes of the largest file it may write. */
  readonly file: number
}

/** How a program ended: by itself, whatever its exit code, or by the time limit; null where it could not be started. */
export type Ending = 'ended' | 'timeout' | null

/**
 * Runs a program with its children in a process group of their own and ends all of them: after the time limit, when the
 * program itself ends, and when this process ends. Input and output are closed.
 * @param environment all variables that the program sees
 */
export function runLimited(
  [program, ...args]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
  limits: ProcessLimits,
): Promise<Ending> {
  // The shell sets the limits and then becomes the program; the arguments are never read as shell text.
  const script = `ulimit -v ${Math.ceil(limits.memory / 1024)}; ulimit -f ${Math.ceil(limits.file / 512)}; exec "$0" "$@"`
  const child = spawn('/bin/sh', ['-c', script, program, ...args], {
    detached: true,
    stdio: 'ignore',
    env: environment,
  })
  const end = () => killGroup(child)
  process.once('exit', end)
  const group = child.pid
  if (group !== undefined) tellProcessGroup({ group, runs: true })
  return new Promise<Ending>(resolve => {
    const timer = setTimeout(() => {
      end()
      resolve('timeout')
    }, limits.time)
    child.once('error', () => resolve(null))
    child.once('exit', () => {
      clearTimeout(timer)
      end()
      resolve('ended')
    })
  }).finally(() => {
    process.removeListener('exit', end)
    if (group !== undefined) tellProcessGroup({ group, runs: false })
  })
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group has no process left.
  }
}
