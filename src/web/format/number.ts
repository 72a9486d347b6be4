import { formatNumber } from '../../contract/format-number.ts'
import type { Language } from '../../contract/index.ts'

export { formatNumber }

/** A share of a whole, from 0 to 1: `62 %`. */
export const formatShare = (share: number, language: Language): string =>
  `${formatNumber(Math.round(share * 100), language)}\u00a0%`

/** A file's size: `13 KB`, `1,2 MB`. */
export const formatBytes = (bytes: number, language: Language): string => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.ceil(bytes / 1024), language)} KB`
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10, language)} MB`
}
