import type { OnPages, PagesRead } from '../read/pages-read.ts'

/** Milliseconds between two times that the archive is told how far reading is: who reads short documents never writes for it. */
const PAUSE = 1_000

export interface PageProgress {
  readonly tell: OnPages
  /** Keeps nothing more. @returns resolved when nothing is under way */
  end(): Promise<void>
}

/**
 * Keeps how far reading is, the latest of what was told in each pause.
 * @param keep never rejects
 */
export function pageProgress(keep: (read: PagesRead) => Promise<void>, pause = PAUSE): PageProgress {
  let latest: PagesRead | null = null
  let keeping: Promise<void> | null = null
  const timer = setInterval(() => {
    if (latest === null || keeping !== null) return
    keeping = keep(latest).finally(() => {
      keeping = null
    })
    latest = null
  }, pause)
  timer.unref()
  return {
    tell: read => {
      latest = read
    },
    async end() {
      clearInterval(timer)
      await keeping
    },
  }
}
