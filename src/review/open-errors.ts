import type { CurrentFlag, Records } from '../contract/index.ts'

export const isOpenError = ({ state, severity }: Pick<CurrentFlag, 'state' | 'severity'>): boolean =>
  state === 'open' && severity === 'error'

/** Open errors with a figure that nobody has settled: where all are, what the document says is known, and the flag is only left open. */
export const unsettledErrorsIn = ({ flags, records }: Pick<Records, 'flags' | 'records'>): number => {
  const unsettled = new Set(records.flatMap(({ id, settledBy }) => (settledBy === 'machine' ? [id] : [])))
  return flags.filter(flag => isOpenError(flag) && flag.observations.some(id => unsettled.has(id))).length
}
