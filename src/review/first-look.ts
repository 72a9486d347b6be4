import type { AgendaItem, CurrentRecord } from '../contract/index.ts'

/** So many records show how a layout is read. */
const MOST = 5

/** Records to look at in a document that nothing speaks against, from its beginning to its end: of each so many one. */
export const firstLook = (records: readonly Pick<CurrentRecord, 'id' | 'settledBy'>[]): AgendaItem[] => {
  const unsettled = records.filter(({ settledBy }) => settledBy === 'machine')
  const step = Math.max(1, unsettled.length / MOST)
  return unsettled
    .filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
    .map(({ id }) => ({ record: id, because: 'new-layout' }))
}
