import type { Bilingual, CodeList, Language, RuleAgreement } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { formatPeriod } from '../format/period.ts'
import { MEASURE, PER, SECTOR, STATUS, SUBJECT, UNIT } from '../labels.ts'

type Attribute = RuleAgreement['attribute']

/** The names of the codes of attributes that have some. */
const NAMES: Partial<Record<Attribute, Readonly<Record<string, Bilingual>>>> = {
  measure: MEASURE,
  per: PER,
  sector: SECTOR,
  status: STATUS,
  subject: SUBJECT,
  unit: UNIT,
}

/**
 * What an attribute says, for people; null where it says nothing. Codes without a name stay codes.
 * @param codes those of the rules; null as long as they are not known
 */
export const attributeText = (
  attribute: Attribute,
  value: unknown,
  language: Language,
  codes: CodeList | null,
): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return formatNumber(value, language)
  if (Array.isArray(value)) {
    const all = value.flatMap(each => attributeText(attribute, each, language, codes) ?? [])
    return all.length === 0 ? null : all.join(', ')
  }
  if (typeof value === 'object') {
    const { min, max } = value as { readonly min?: number; readonly max?: number }
    return `${formatNumber(min ?? Number.NaN, language)}–${formatNumber(max ?? Number.NaN, language)}`
  }
  const code = String(value)
  if (attribute === 'period') return formatPeriod(code, language)
  const indicator =
    attribute === 'indicator' || attribute === 'number' ? codes?.indicators.find(i => i.code === code) : undefined
  return indicator?.label[language] ?? (NAMES[attribute]?.[code]?.[language] || code)
}
