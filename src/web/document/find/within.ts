import type { Span } from '../../../contract/index.ts'

/** Those spans of which something lies in one of some stretches. @param stretches in any order */
export const within = (spans: readonly Span[], stretches: readonly Span[]): readonly Span[] => {
  const sorted = stretches.toSorted((a, b) => a.start - b.start)
  const furthest: number[] = []
  for (const { end } of sorted) furthest.push(Math.max(furthest.at(-1) ?? 0, end))
  return spans.filter(({ start, end }) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? 0) < end) low = middle + 1
      else high = middle
    }
    return low > 0 && (furthest[low - 1] ?? 0) > start
  })
}
