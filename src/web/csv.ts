import type { Extraction, Observation } from '../contract/index.ts'
import { indexFlags } from './document/flag-index.ts'

type Cell = string | number | null | undefined

const COLUMNS: readonly [
  name: string,
  cell: (o: Observation, document: Extraction['document'], flags: readonly string[]) => Cell,
][] = [
  ['document', (_, d) => d.number ?? d.name],
  ['id', o => o.id],
  ['label', o => o.label],
  ['indicator', o => o.indicator],
  ['subject', o => o.subject],
  ['sector', o => o.sector],
  ['measure', o => o.measure],
  ['value', o => o.value],
  ['min', o => o.min],
  ['max', o => o.max],
  ['comparator', o => o.comparator],
  ['unit', o => o.unit],
  ['per', o => o.per.join(' ')],
  ['period', o => o.period],
  ['status', o => o.status],
  ['area_code', o => o.area?.code],
  ['area', o => o.area?.name],
  ['source', o => o.source],
  ['qualifier', o => o.qualifier],
  ['confidence', o => o.confidence],
  ['support', o => o.support],
  ['flags', (_o, _d, flags) => flags.join(' ')],
  ['page', o => o.evidence.page],
  ['line', o => o.evidence.line],
  ['start', o => o.evidence.start],
  ['end', o => o.evidence.end],
  ['quote', o => o.evidence.quote],
]

const write = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  // A number of ours is no formula, whatever its sign; a text of the document may be made to look like one.
  if (typeof cell === 'number') return String(cell)
  const guarded = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/**
 * The records as CSV (RFC 4180) with a byte order mark, without which spreadsheets take UTF-8 for a local code page.
 * `flags` holds the ids of the flags on a record. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export const toCsv = ({
  document,
  observations,
  flags,
}: Pick<Extraction, 'document' | 'observations' | 'flags'>): string => {
  const { byRecord } = indexFlags({ observations, flags })
  const rows = observations.map(o => {
    const own = byRecord.get(o.id)?.map(({ id }) => id) ?? []
    return COLUMNS.map(([, cell]) => write(cell(o, document, own))).join(',')
  })
  return `\ufeff${[COLUMNS.map(([name]) => name).join(','), ...rows].join('\r\n')}\r\n`
}
