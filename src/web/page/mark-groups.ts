import type { Box } from '../../contract/index.ts'
import { worstState } from './mark-state.ts'
import type { Marked, MarkState } from './marked.ts'

/** All records of one number on a page: they share a box. */
export interface MarkGroup {
  readonly key: string
  readonly page: number
  readonly box: Box
  readonly number: string
  readonly ids: readonly string[]
  readonly label: string
  /** That of the record which needs a look most. */
  readonly state: MarkState
}

/** The groups of each page, in the order of their records. */
export function groupMarks(records: readonly Marked[]): ReadonlyMap<number, readonly MarkGroup[]> {
  const byPlace = gathered(records, ({ page, box }) => `${page} ${box.join(' ')}`)
  return gathered([...byPlace].map(groupOf), ({ page }) => page)
}

const groupOf = ([key, members]: [string, readonly Marked[]]): MarkGroup => {
  const [{ page, box, number }] = members as [Marked, ...Marked[]]
  return {
    ...{ key, page, box, number },
    ids: members.map(({ id }) => id),
    label: members.map(({ label }) => label).join('; '),
    state: worstState(members.map(({ state }) => state)),
  }
}

const gathered = <T, K>(all: readonly T[], keyOf: (each: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  return groups
}
