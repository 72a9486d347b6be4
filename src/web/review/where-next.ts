import type { AgendaItem } from '../../contract/index.ts'
import type { ShownRecord } from './shown-record.ts'

const isUndecided = ({ settledBy, rejected }: ShownRecord): boolean => settledBy === 'machine' && !rejected

/**
 * The doubtful record after another, the likeliest wrong first.
 * @param records those in sight
 * @param from a record, which need not be on the agenda (any more)
 * @returns undefined where none is left on that side
 */
export const stepInAgenda = (
  agenda: readonly AgendaItem[],
  records: readonly ShownRecord[],
  from: string | null,
  by: 1 | -1,
): string | undefined => {
  const inSight = new Set(records.map(({ id }) => id))
  const ids = agenda.map(({ record }) => record).filter(id => id === from || inSight.has(id))
  const at = from === null ? -1 : ids.indexOf(from)
  return at === -1 ? ids.at(by === 1 ? 0 : -1) : ids[at + by]
}

/**
 * Where to go after a record was settled: along the agenda where it stood on it, else to the next undecided one in reading order;
 * where nothing is left behind it, to what is left before.
 * @param agenda as it was before the decision
 */
export const afterSettling = (
  agenda: readonly AgendaItem[],
  records: readonly ShownRecord[],
  settled: string,
): string | undefined => {
  if (agenda.some(({ record }) => record === settled)) {
    const rest = agenda.filter(({ record }) => record !== settled)
    const inSight = new Set(records.map(({ id }) => id))
    const at = agenda.findIndex(({ record }) => record === settled)
    const order = [...rest.slice(at), ...rest.slice(0, at)].map(({ record }) => record)
    const next = order.find(id => inSight.has(id))
    if (next !== undefined) return next
  }
  const at = records.findIndex(({ id }) => id === settled)
  const order = [...records.slice(at + 1), ...records.slice(0, Math.max(0, at))]
  return order.find(isUndecided)?.id
}
