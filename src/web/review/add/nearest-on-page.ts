import type { Box } from '../../../contract/index.ts'
import type { ShownRecord } from '../shown-record.ts'

/** How far apart two places of a page are, lines before columns. */
const distance = (a: Box, b: Box): number =>
  Math.abs(a[1] + a[3] - b[1] - b[3]) * 4 + Math.abs(a[0] + a[2] - b[0] - b[2])

/** The record that stands nearest to a box on its page; undefined where the page has none whose place is known. */
export const nearestOnPage = (records: readonly ShownRecord[], page: number, box: Box): ShownRecord | undefined => {
  let nearest: { readonly record: ShownRecord; readonly away: number } | undefined
  for (const record of records) {
    const { evidence } = record
    if (evidence.page !== page || evidence.box === null) continue
    const away = distance(evidence.box, box)
    if (nearest === undefined || away < nearest.away) nearest = { record, away }
  }
  return nearest?.record
}
