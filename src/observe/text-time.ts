import type { DocumentHeader } from '../contract/index.ts'
import type { Term } from '../lex/term.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { hasTag } from '../rules/tags.ts'
import { periodOf } from './time.ts'

/** What the periods that a text names tell of the document as a whole. */
export interface TextTime {
  /** The year that most of its periods name, where the title plans for none. */
  readonly horizon: number | null
  /** It gives a day of the year of issue for its figures (`tính đến 31/10/2023`). */
  readonly dated: boolean
  /** The day before its issue that it gives for most of them. */
  readonly asOf: string | null
}

/** @param blocks terms of the blocks of running text */
export const textTime = (blocks: Iterable<readonly Term[]>, header: DocumentHeader, rules: RuleSet): TextTime => {
  const issued = header.issued ? Number(header.issued.slice(0, 4)) : null
  const years = new Map<number, number>()
  const days = new Map<string, number>()
  let dated = false
  for (const terms of blocks)
    for (const { time, tags } of terms) {
      const compared = (['Baseline', 'Founding', 'Deadline'] as const).some(tag =>
        hasTag(tags, rules.vocabulary.id[tag]),
      )
      if (time?.kind === 'year' && time.year !== null && time.year > (issued ?? 0) && !compared) count(years, time.year)
      if (time?.kind !== 'day' || time.year !== issued) continue
      dated ||= time.month < 12
      const day = compared ? null : periodOf(time, issued)
      if (day !== null && day < (header.issued ?? '')) count(days, day)
    }
  return { horizon: header.plans === null ? most(years, (a, b) => a - b) : null, dated, asOf: most(days, () => 0) }
}

const count = <T>(counts: Map<T, number>, key: T): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const most = <T>(counts: ReadonlyMap<T, number>, tie: (a: T, b: T) => number): T | null =>
  [...counts].sort((a, b) => b[1] - a[1] || tie(a[0], b[0]))[0]?.[0] ?? null
