import type { Observation } from '../contract/index.ts'
import { GROUNDS, STATED } from '../contract/index.ts'
import type { AlignedTexts } from './align-texts.ts'
import { type PairedUp, type Placed, pairUp } from './pair-up.ts'

/**
 * Pairs the observations of two extractions that are of the same numeral of the document: by place where both texts have it,
 * and where the reading of the numeral itself differs, by its place between words that both have.
 */
export const matchObservations = (
  before: readonly Observation[],
  after: readonly Observation[],
  texts: AlignedTexts,
): PairedUp<Observation> => {
  const there = after.map(o => placed(o, o.evidence.start, o.evidence.end))
  if (texts.same)
    return pairUp(
      before.map(o => placed(o, o.evidence.start, o.evidence.end)),
      there,
    )
  const moved = before.map(o => ({ o, ...texts.forward(o.evidence) }))
  const exact = pairUp(
    moved.filter(m => m.exact).map(m => placed(m.o, m.start, m.end)),
    there,
  )
  const lost = new Set(exact.lost)
  const gained = new Set(exact.gained)
  const inGaps = pairUp(
    moved.filter(m => !m.exact || lost.has(m.o)).map(m => placed(m.o, m.start, m.end)),
    there.filter(({ thing }) => gained.has(thing)),
  )
  return { pairs: [...exact.pairs, ...inGaps.pairs], lost: inGaps.lost, gained: inGaps.gained }
}

/** Things at one place are told apart by what they say, else by what they rest on. */
const placed = (o: Observation, start: number, end: number): Placed<Observation> => ({
  thing: o,
  start,
  end,
  key: JSON.stringify([...STATED, ...GROUNDS].map(name => (name === 'evidence' ? null : o[name]))),
})
