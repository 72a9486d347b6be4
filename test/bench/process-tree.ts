import { readdirSync, readFileSync } from 'node:fs'

/** A process and all below it, as `/proc` tells: see proc_pid_stat(5), proc_pid_statm(5). Linux only. */

const PAGE = 4096
/** Ticks a second. */
const TICKS = 100

const numbersOf = (path: string): readonly string[] => {
  try {
    const said = readFileSync(path, 'utf8')
    // behind the name of the process, which may hold blanks
    return said
      .slice(said.lastIndexOf(')') + 1)
      .trim()
      .split(' ')
  } catch {
    return []
  }
}

/** Resident memory in 2^20 bytes. */
const megabytesOf = (pid: number): number => (Number(numbersOf(`/proc/${pid}/statm`)[1] ?? 0) * PAGE) / 2 ** 20

/** Resident memory of the process itself, and of all below it together, in 2^20 bytes. */
export function megabytes(root: number): { readonly own: number; readonly below: number } {
  const parents = new Map(
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => [Number(name), Number(numbersOf(`/proc/${name}/stat`)[1])]),
  )
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === root || isBelow(parent))
  }
  const below = [...parents.keys()].filter(isBelow)
  return { own: megabytesOf(root), below: below.reduce((sum, pid) => sum + megabytesOf(pid), 0) }
}

/** Seconds of processor time that a process has taken itself, in all its threads. */
export const ownSeconds = (pid: number | 'self'): number => {
  const fields = numbersOf(`/proc/${pid}/stat`)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS
}

/** Seconds of processor time that the children of this process have taken which have ended, with theirs. */
export const endedSeconds = (): number => {
  const fields = numbersOf('/proc/self/stat')
  return (Number(fields[13]) + Number(fields[14])) / TICKS
}
