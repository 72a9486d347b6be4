import type { ListItem } from '../review/list-items.ts'

/** Some items that are drawn or left out together. */
export interface ItemGroup {
  /** The same as long as the group begins with the same item. */
  readonly key: string
  readonly items: readonly ListItem[]
}

/** About as many as are seen at once: whoever jumps to one waits for its whole group. */
const GROUP = 16
/** A group may grow to this before it is parted. */
const MOST = 24

/**
 * Parts a list into groups where it was parted before, so that an item that comes or goes moves no other into another group: what is
 * drawn, or being typed, in the others stays.
 * @param before the groups of the list as it was
 */
export const groupItems = (items: readonly ListItem[], before: readonly ItemGroup[]): readonly ItemGroup[] => {
  const starts = new Set(before.slice(1).map(({ key }) => key))
  const runs: ListItem[][] = []
  for (const item of items) {
    if (runs.length === 0 || starts.has(keyOf(item))) runs.push([])
    runs.at(-1)?.push(item)
  }
  const most = before.length === 0 ? GROUP : MOST
  const groups = runs.flatMap(run => (run.length <= most ? [run] : cut(run)))
  return groups.map((group, i) => ({ key: i === 0 ? FIRST : keyOf(group[0]), items: group }))
}

/** Whatever stands first: items that come before it join it. */
const FIRST = 'first'

const cut = (items: readonly ListItem[]): readonly (readonly ListItem[])[] =>
  Array.from({ length: Math.ceil(items.length / GROUP) }, (_, i) => items.slice(i * GROUP, (i + 1) * GROUP))

const keyOf = (item: ListItem | undefined): string =>
  item === undefined ? '' : item.kind === 'record' ? item.record.id : `s${item.section.start}`
