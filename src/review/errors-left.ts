import type { AgendaItem, Records } from '../contract/index.ts'
import { isOpenError } from './open-errors.ts'

/** What to look at where errors are left to be closed and their figures are settled: of each error the likeliest wrong. */
export const errorsLeft = ({ flags, records }: Pick<Records, 'flags' | 'records'>): AgendaItem[] => {
  const there = new Set(records.map(({ id }) => id))
  const likeliest = flags
    .filter(isOpenError)
    .flatMap(
      ({ suspects, observations }) =>
        [...suspects.map(({ observation }) => observation), ...observations].find(id => there.has(id)) ?? [],
    )
  return [...new Set(likeliest)].map(record => ({ record, because: 'flagged' }))
}
