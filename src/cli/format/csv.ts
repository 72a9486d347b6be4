import type { Extraction } from '../../contract/index.ts'
import { csvRow } from '../../csv-row.ts'
import { flagsOn } from '../../export/flags-on.ts'
import { OBSERVATION_COLUMNS } from '../../export/observation-columns.ts'

/** The first row: `file`, then the names of the observation's attributes. */
export const csvHeader = csvRow(['file', ...Object.keys(OBSERVATION_COLUMNS)])

/** The observations of one file, one a row (RFC 4180: CRLF, quotes doubled). `flags` holds the ids of flags on it. */
export function csvRows(file: string, extraction: Extraction): string {
  const on = flagsOn(extraction.flags)
  return extraction.observations
    .map(o => csvRow([file, ...Object.values(OBSERVATION_COLUMNS).map(column => column(o, on.get(o.id) ?? []))]))
    .join('')
}
