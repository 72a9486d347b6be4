import type { Language } from '../../contract/index.ts'

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

const formats: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat(LOCALE.vi, { maximumFractionDigits: 9 }),
  en: new Intl.NumberFormat(LOCALE.en, { maximumFractionDigits: 9 }),
}

/** `1840` → `1.840` (vi) or `1,840` (en); a negative number has a true minus sign. */
export const formatNumber = (value: number, language: Language): string =>
  // Twelve digits hold every figure of a plan and drop the dust of binary fractions (0.1 + 0.2).
  formats[language].format(Number(value.toPrecision(12))).replace('-', '\u2212')

/** A share of a whole, from 0 to 1: `62 %`. */
export const formatShare = (share: number, language: Language): string =>
  `${formatNumber(Math.round(share * 100), language)}\u00a0%`

/** A file's size: `13 KB`, `1,2 MB`. */
export const formatBytes = (bytes: number, language: Language): string => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.ceil(bytes / 1024), language)} KB`
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10, language)} MB`
}
