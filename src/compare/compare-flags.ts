import { groupsBy } from '../check/groups.ts'
import type { Comparison, Flag, Observation, Span } from '../contract/index.ts'
import type { AlignedTexts } from './align-texts.ts'
import { same, withoutPlaces } from './same.ts'

/**
 * Flags of two extractions: those of the same check over the same numerals are one flag.
 * @param pairs the observations that are of one numeral
 */
export const compareFlags = (
  before: readonly Flag[],
  after: readonly Flag[],
  pairs: readonly (readonly [before: Observation, after: Observation])[],
  texts: AlignedTexts,
): Comparison['flags'] => {
  const partner = new Map(pairs.map(([b, a]) => [b.id, a.id]))
  // an observation that was lost has no name among those that are there now
  const nameOf = (id: string) => partner.get(id) ?? `lost ${id}`
  const there = groupsBy(
    after.map(flag => ({
      flag,
      ...told(
        flag,
        id => id,
        span => span,
        texts.same,
      ),
    })),
    ({ key }) => key,
  )
  const result: Comparison['flags'] = { gained: [], lost: [], changed: [] }
  const here = before.map(flag => ({ flag, ...told(flag, nameOf, texts.forward, texts.same) }))
  for (const [key, mine] of groupsBy(here, ({ key }) => key)) {
    const its = there.get(key) ?? []
    const left = mine.filter(m => {
      const at = its.findIndex(i => same(i.content, m.content))
      if (at >= 0) its.splice(at, 1)
      return at < 0
    })
    for (const { flag } of left) {
      const other = its.shift()
      if (other === undefined) result.lost.push(flag)
      else result.changed.push({ before: flag, after: other.flag })
    }
  }
  result.gained.push(...[...there.values()].flat().map(({ flag }) => flag))
  return result
}

/** A flag by what it is about (`key`) and what it says of that, in names that both extractions share. */
const told = (
  { id: _, check, evidence, ...rest }: Flag,
  nameOf: (id: string) => string,
  placeOf: (span: Span) => Span,
  sameText: boolean,
) => {
  const observations = rest.observations.map(nameOf)
  const places = evidence.map(placeOf).map(({ start, end }) => [start, end])
  const { suggestion } = rest
  const content = {
    ...rest,
    observations,
    figures: rest.figures.map(f => ({ ...f, observation: f.observation === null ? null : nameOf(f.observation) })),
    suspects: rest.suspects.map(s => ({ ...s, observation: nameOf(s.observation) })),
    suggestion: suggestion && { ...suggestion, observation: nameOf(suggestion.observation) },
  }
  return {
    key: JSON.stringify([check, observations.length > 0 ? observations : places]),
    content: sameText ? { ...content, places } : withoutPlaces(content),
  }
}
