import type { Observation } from '../contract/index.ts'
import type { CsvCell } from '../csv-row.ts'

/** The columns of every table of statistics, by name. `flags` are the ids of the flags on the statistic. */
export const OBSERVATION_COLUMNS: Readonly<Record<string, (o: Observation, flags: readonly string[]) => CsvCell>> = {
  id: o => o.id,
  subject: o => o.subject,
  indicator: o => o.indicator,
  sector: o => o.sector,
  measure: o => o.measure,
  value: o => o.value,
  min: o => o.min,
  max: o => o.max,
  comparator: o => o.comparator,
  unit: o => o.unit,
  per: o => o.per.join('/'),
  period: o => o.period,
  status: o => o.status,
  area_code: o => o.area?.code,
  area_name: o => o.area?.name,
  area_level: o => o.area?.level,
  source: o => o.source,
  label: o => o.label,
  qualifier: o => o.qualifier,
  page: o => o.evidence.page,
  line: o => o.evidence.line,
  start: o => o.evidence.start,
  end: o => o.evidence.end,
  quote: o => o.evidence.quote,
  confidence: o => o.confidence,
  support: o => o.support,
  flags: (_o, flags) => flags.join(' '),
}
