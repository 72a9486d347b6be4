import { failures, type Progress, pending } from '../../backfill/progress.ts'

/** Seconds as `1:02:03` or `2:03`. */
export const clockText = (seconds: number): string => {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** How far a backfill has come, as one line: files dealt with of those found, rate, remaining time, failures. */
export function progressLine(progress: Progress, storing: boolean): string {
  const { items, perSecond, remainingSeconds } = progress
  const parts = [
    `${items - pending(progress)}/${items}${storing ? '+' : ''} tệp · files`,
    `${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`,
  ]
  if (storing) parts.push('đang lưu · storing')
  else if (remainingSeconds !== null) parts.push(`còn · left ${clockText(remainingSeconds)}`)
  const failed = failures(progress)
  if (failed > 0) parts.push(`lỗi · failed ${failed}`)
  return parts.join('  ')
}
