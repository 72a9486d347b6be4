import type { MarkGroup } from './mark-groups.ts'

interface Stops {
  readonly groups: ReadonlyMap<number, readonly MarkGroup[]>
  /** The pages that are drawn, in their order. */
  readonly pages: readonly number[]
  /** The page that is being read. */
  readonly current: number
  /** The mark that had the focus last. */
  readonly last: string | null
  readonly selected: string | null
}

/**
 * The one mark that the tab key stops at: where the keyboard was last, else that of the selected record, else the first of the page
 * that is being read. Hundreds of stops would stand between the pages and the list.
 * @returns its key; null where no mark is drawn
 */
export function markStop({ groups, pages, current, last, selected }: Stops): string | null {
  const drawn = pages.flatMap(page => groups.get(page) ?? [])
  const found =
    drawn.find(({ key }) => key === last) ??
    (selected === null ? undefined : drawn.find(({ ids }) => ids.includes(selected))) ??
    groups.get(current)?.[0] ??
    drawn[0]
  return found?.key ?? null
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: at => at + 1,
  ArrowDown: at => at + 1,
  ArrowLeft: at => at - 1,
  ArrowUp: at => at - 1,
  Home: () => 0,
  End: (_, last) => last,
}

/** Which of some marks a key goes to from the one at `at`; null where it goes to none. */
export const stepAmong = (count: number, at: number, key: string): number | null => {
  const next = STEPS[key]?.(at, count - 1)
  return next === undefined || next < 0 || next >= count ? null : next
}
