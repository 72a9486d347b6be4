import { useRef } from 'preact/hooks'
import { shareMembers } from '../share.ts'
import type { MarkGroup } from './mark-groups.ts'
import type { LightKind, Lit } from './marked.ts'

/**
 * What stands on each page, as it was made anew, with everything that is the same as before in the very objects of before: pages on
 * which nothing has changed are not drawn again.
 * @param isSame whether two of them show the same
 */
export const kept = <T>(
  before: ReadonlyMap<number, readonly T[]>,
  now: ReadonlyMap<number, readonly T[]>,
  isSame: (a: T, b: T) => boolean,
): ReadonlyMap<number, readonly T[]> =>
  new Map(
    [...now].map(([page, all]) => {
      const last = before.get(page) ?? []
      const each = all.map((one, i) => {
        const other = last[i]
        return other !== undefined && isSame(other, one) ? other : one
      })
      return [page, shareMembers(last, each)]
    }),
  )

export const isSameGroup = (a: MarkGroup, b: MarkGroup): boolean =>
  a.key === b.key && a.state === b.state && a.label === b.label && a.ids.join() === b.ids.join()

const ASKED: ReadonlySet<LightKind> = new Set(['pointed', 'sought'])

/** What was asked for is looked for each time it is. */
export const isSameLight = (a: Lit, b: Lit): boolean =>
  a.kind === b.kind && !ASKED.has(a.kind) && (a.at === b.at || JSON.stringify(a.at) === JSON.stringify(b.at))

/** See `kept`; from one drawing to the next. */
export const useKept = <T>(
  now: ReadonlyMap<number, readonly T[]>,
  isSame: (a: T, b: T) => boolean,
): ReadonlyMap<number, readonly T[]> => {
  const last = useRef<{ readonly of: unknown; readonly map: ReadonlyMap<number, readonly T[]> }>({
    of: null,
    map: new Map(),
  })
  if (last.current.of !== now) last.current = { of: now, map: kept(last.current.map, now, isSame) }
  return last.current.map
}
