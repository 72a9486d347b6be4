import { readFile } from 'node:fs/promises'

/** Megabytes (of 2^20 bytes) that a process has in memory, its own and native ones; null where it has ended, or the system has no `/proc`. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
