import type { Column } from '../columns.ts'

/** Of the columns of the table that has fewer, so many must have a counterpart. */
const SAME_SHARE = 0.6

/** Whether two tables may be one: most columns of the one lie over one column each of the other. */
export function areAlike(one: readonly Column[], other: readonly Column[]): boolean {
  const over = (column: Column, all: readonly Column[]) =>
    all.filter(each => each.left < column.right && each.right > column.left)
  const same = one.filter(column => {
    const [match, ...more] = over(column, other)
    return match !== undefined && more.length === 0 && over(match, one).length === 1
  })
  return same.length >= 2 && same.length >= SAME_SHARE * Math.min(one.length, other.length)
}
