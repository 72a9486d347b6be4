import type { Language } from './index.ts'

const formats: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 9 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 9 }),
}

/** `1840` → `1.840` (vi) or `1,840` (en); a negative number has a true minus sign. */
export const formatNumber = (value: number, language: Language): string =>
  // Twelve digits hold every figure of a plan and drop the dust of binary fractions (0.1 + 0.2).
  formats[language].format(Number(value.toPrecision(12))).replace('-', '\u2212')
