import type { Extraction, Observation } from '../../contract/index.ts'
import { type CsvCell, csvRow } from '../../csv-row.ts'

const COLUMNS: Readonly<Record<string, (o: Observation, flags: readonly string[]) => CsvCell>> = {
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

/** The first row: `file`, then the names of the observation's attributes. */
export const csvHeader = csvRow(['file', ...Object.keys(COLUMNS)])

/** The observations of one file, one a row (RFC 4180: CRLF, quotes doubled). `flags` holds the ids of flags on it. */
export function csvRows(file: string, extraction: Extraction): string {
  const flags = new Map<string, string[]>()
  for (const flag of extraction.flags) {
    for (const id of flag.observations) flags.set(id, [...(flags.get(id) ?? []), flag.id])
  }
  return extraction.observations
    .map(o => csvRow([file, ...Object.values(COLUMNS).map(column => column(o, flags.get(o.id) ?? []))]))
    .join('')
}
