import type { Issue } from './calls.ts'

/**
 * What was said of each decision of a batch, by its place in it: `/decisions/2/changes/unit` is of the third.
 * @param most how many there are
 */
export const issuesByDecision = (issues: readonly Issue[], most: number): ReadonlyMap<number, readonly Issue[]> => {
  const byDecision = new Map<number, Issue[]>()
  for (const issue of issues) {
    const nth = Number(/^\/?decisions\/(\d+)/.exec(issue.at)?.[1] ?? Number.NaN)
    if (nth < most) byDecision.set(nth, [...(byDecision.get(nth) ?? []), issue])
  }
  return byDecision
}
