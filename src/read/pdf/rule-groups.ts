import type { Rule, Rules } from './rules.ts'

/** Rules that hang together. */
export type RuleGroup = Pick<Rules, 'horizontal' | 'vertical'>

/** Rules that meet, however little one falls short of the other, points. */
const TOUCH = 3

/** Divides rules into groups that hang together; a rule that meets no other is in none. */
export function ruleGroups({ horizontal, vertical }: Rules): RuleGroup[] {
  const columns = [...vertical].sort((one, other) => one.at - other.at)
  const parent = Array.from({ length: horizontal.length + columns.length }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  horizontal.forEach((row, i) => {
    for (let k = firstAtOrAfter(columns, row.from - TOUCH); k < columns.length; k++) {
      const column = columns[k]
      if (column === undefined || column.at > row.to + TOUCH) break
      if (row.at >= column.from - TOUCH && row.at <= column.to + TOUCH) parent[root(horizontal.length + k)] = root(i)
    }
  })
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>()
  const groupOf = (i: number) => {
    const group = groups.get(root(i)) ?? { horizontal: [], vertical: [] }
    groups.set(root(i), group)
    return group
  }
  for (const [i, rule] of horizontal.entries()) groupOf(i).horizontal.push(rule)
  for (const [k, rule] of columns.entries()) groupOf(horizontal.length + k).vertical.push(rule)
  return [...groups.values()].filter(group => group.horizontal.length > 0 && group.vertical.length > 0)
}

function firstAtOrAfter(rules: readonly Rule[], place: number): number {
  let [low, high] = [0, rules.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rules[middle]?.at ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
