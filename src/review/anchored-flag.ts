import type { CurrentRecord, Flag, FlagAnchor } from '../contract/index.ts'
import { anchorOf } from './anchor.ts'
import type { Resolved } from './resolve.ts'
import type { Reviewed } from './reviewed.ts'

/** A flag in a form that outlasts another reading: its figures with their places and what they are. */
export const anchoredFlag = (
  { now, overlaid }: Pick<Reviewed, 'now' | 'overlaid'>,
  { check, severity, expression, observations, evidence }: Flag,
): FlagAnchor => {
  const records = new Map(overlaid.records.map(record => [record.id, record]))
  return {
    ...{ check, severity, expression },
    figures: observations.flatMap(id => {
      const record = records.get(id)
      return record === undefined ? [] : [{ anchor: anchorOf(now, record.evidence, id), ...numbersOf(record) }]
    }),
    evidence: evidence.map(span => anchorOf(now, span, null)),
  }
}

/** A figure's number with nothing left out. */
export const numbersOf = ({ value, min, max }: Pick<CurrentRecord, 'value' | 'min' | 'max'>) => ({
  value: value ?? null,
  min: min ?? null,
  max: max ?? null,
})

/** Where the figures of a flag are now; null where one of them cannot be told any more. */
export const figuresNow = (
  { figures }: FlagAnchor,
  whereIs: (anchor: FlagAnchor['figures'][number]['anchor']) => Resolved | null,
): string[] | null => {
  const ids: string[] = []
  for (const { anchor } of figures) {
    const at = whereIs(anchor)
    if (at === null || at.is === 'detached') return null
    ids.push(at.id)
  }
  return ids
}
