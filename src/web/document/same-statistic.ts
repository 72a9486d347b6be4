import type { ShownRecord } from '../review/shown-record.ts'

/** The record of another reading that says the same of the same words, the nearest to where it stood; ids count anew in each reading. */
export const sameStatistic = (record: ShownRecord, records: readonly ShownRecord[]): ShownRecord | undefined =>
  records
    .filter(each => each.indicator === record.indicator && each.evidence.quote === record.evidence.quote)
    .sort((a, b) => distance(a, record) - distance(b, record))[0]

const distance = (a: ShownRecord, b: ShownRecord): number => Math.abs(a.evidence.start - b.evidence.start)
