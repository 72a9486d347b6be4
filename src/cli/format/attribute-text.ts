import type { AttributeReason, Bilingual, ExplainedAttribute, ReadObservation } from '../../contract/index.ts'
import { COMPARATOR, MEASURE, PER, SECTOR, STATUS, SUBJECT, UNIT } from '../../contract/labels.ts'

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 })

const coded = (code: string, label: Bilingual): string => (label.vi === '' ? code : `${label.vi} (${code})`)

/** Each attribute as a person reads it, its code behind it. */
const TEXT: Record<ExplainedAttribute, (o: ReadObservation) => string> = {
  indicator: o => (o.label === '' ? o.indicator : `${o.label} (${o.indicator})`),
  subject: o => coded(o.subject, SUBJECT[o.subject]),
  sector: o => (o.sector === null ? '–' : coded(o.sector, SECTOR[o.sector])),
  measure: o => coded(o.measure, MEASURE[o.measure]),
  value: o =>
    o.value === undefined ? `${number.format(o.min ?? 0)}–${number.format(o.max ?? 0)}` : number.format(o.value),
  unit: o => coded(o.unit, UNIT[o.unit]),
  per: o => o.per.map(p => coded(p, PER[p])).join(', ') || '–',
  comparator: o => coded(o.comparator, COMPARATOR[o.comparator]),
  period: o => o.period ?? '–',
  status: o => coded(o.status, STATUS[o.status]),
}

/** The value of an attribute for people. */
export const attributeText = (observation: ReadObservation, { attribute }: AttributeReason): string =>
  TEXT[attribute](observation)
