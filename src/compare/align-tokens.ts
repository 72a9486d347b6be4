import { lastWhile } from '../sorted.ts'

/** Places in two sequences that hold the same token. */
export type Pair = readonly [before: number, after: number]

/** Stretches without anything common that stands once in both are compared cell by cell as long as they are no larger. */
const MOST_CELLS = 1_000_000

/** Where no token stands once in both stretches, so many in a row may. */
const IN_A_ROW = [1, 2, 4, 8] as const

/**
 * Pairs the tokens that two sequences have in common, in the order of both: common ends, then tokens, or
 * some in a row, that stand once in each (Cohen's patience diff), then the longest common subsequence of what lies between them. Near to linear in the tokens; a stretch
 * that is too large and has nothing of its own in common stays unpaired.
 */
export const alignTokens = (before: readonly string[], after: readonly string[]): Pair[] => {
  const pairs: Pair[] = []
  // a stack and no recursion: the stretches of a long text are many
  const open: Stretch[] = [[0, before.length, 0, after.length]]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    let [from, to, start, end] = part
    while (from < to && start < end && before[from] === after[start]) pairs.push([from++, start++])
    while (from < to && start < end && before[to - 1] === after[end - 1]) pairs.push([--to, --end])
    if (from === to || start === end) continue
    const anchors = anchorsOf(before, after, [from, to, start, end])
    if (anchors.length === 0) {
      if ((to - from) * (end - start) <= MOST_CELLS) pairs.push(...longest(before, after, from, to, start, end))
      continue
    }
    for (const [b, a] of anchors) {
      open.push([from, b, start, a])
      pairs.push([b, a])
      from = b + 1
      start = a + 1
    }
    open.push([from, to, start, end])
  }
  return pairs.sort((x, y) => x[0] - y[0])
}

/** A stretch of the one sequence, and one of the other. */
type Stretch = [from: number, to: number, start: number, end: number]

/** Common tokens that stand at a place of their own in both stretches, in the order of both. */
const anchorsOf = (before: readonly string[], after: readonly string[], [from, to, start, end]: Stretch): Pair[] => {
  for (const row of IN_A_ROW) {
    const there = onlyPlaces(after, start, end, row)
    const anchors = [...onlyPlaces(before, from, to, row)].flatMap(([words, b]): Pair[] => {
      const a = there.get(words) ?? -1
      return b < 0 || a < 0 ? [] : [[b, a]]
    })
    if (anchors.length > 0) return rising(anchors)
  }
  return []
}

/** Where so many tokens in a row stand that are there once; -1 for those that are there more often. */
const onlyPlaces = (tokens: readonly string[], from: number, to: number, row: number): Map<string, number> => {
  const places = new Map<string, number>()
  for (let i = from; i + row <= to; i++) {
    const words = row === 1 ? (tokens[i] ?? '') : tokens.slice(i, i + row).join('\n')
    places.set(words, places.has(words) ? -1 : i)
  }
  return places
}

/** The longest part of the pairs that rises in both (patience sorting); they come in the order of the first. */
const rising = (pairs: readonly Pair[]): Pair[] => {
  const tops: number[] = []
  const previous: number[] = []
  for (const [i, [, a]] of pairs.entries()) {
    const pile =
      tops.length === 0 || (pairs[tops[0] ?? 0]?.[1] ?? 0) > a ? 0 : lastWhile(tops, t => (pairs[t]?.[1] ?? 0) < a) + 1
    previous[i] = pile === 0 ? -1 : (tops[pile - 1] ?? -1)
    tops[pile] = i
  }
  const chain: Pair[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

/** The longest common subsequence of two short stretches. */
const longest = (
  before: readonly string[],
  after: readonly string[],
  from: number,
  to: number,
  start: number,
  end: number,
): Pair[] => {
  const width = end - start + 1
  const lengths = new Uint16Array((to - from + 1) * width)
  for (let b = to - 1; b >= from; b--)
    for (let a = end - 1; a >= start; a--) {
      const at = (b - from) * width + (a - start)
      lengths[at] =
        before[b] === after[a]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  const pairs: Pair[] = []
  for (let b = from, a = start; b < to && a < end; ) {
    const at = (b - from) * width + (a - start)
    if (before[b] === after[a]) pairs.push([b++, a++])
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) b++
    else a++
  }
  return pairs
}
