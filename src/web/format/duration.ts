import type { Language } from '../../contract/index.ts'
import { formatNumber } from './number.ts'

const UNITS = {
  vi: { hour: 'giờ', minute: 'phút', second: 'giây' },
  en: { hour: 'h', minute: 'min', second: 's' },
} as const satisfies Record<Language, unknown>

/** A time in its two largest units, as precise as an estimate deserves: `2 giờ 5 phút`, `4 phút`, `30 giây`. */
export const formatDuration = (seconds: number, language: Language): string => {
  const { hour, minute, second } = UNITS[language]
  if (seconds < 60) return `${Math.ceil(seconds)} ${second}`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} ${minute}`
  const rest = minutes % 60
  return `${formatNumber(Math.floor(minutes / 60), language)} ${hour}${rest === 0 ? '' : ` ${rest} ${minute}`}`
}
