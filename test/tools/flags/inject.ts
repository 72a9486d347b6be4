import fc from 'fast-check'
import type { Extraction, Flag, Observation } from '../../../src/contract/index.ts'
import { extract } from '../../../src/extract.ts'

/** What became of numbers of which one digit was changed. */
export interface Injected {
  /** Numbers that stand in an identity that comes out. */
  readonly pool: number
  readonly trials: number
  /** A flag that the document had not before, of whatever severity, involves the changed number. */
  readonly flagged: number
  /** An error or a warning does. */
  readonly involved: number
  /** One of these names it as the first suspect. */
  readonly first: number
  /** One of these suggests exactly the number that was there. */
  readonly exact: number
}

/** One digit of a number that a check of the document holds, and what it becomes. */
export interface Change {
  readonly observation: Observation
  readonly text: string
}

const read = async (text: string): Promise<Extraction> => {
  const result = await extract(new TextEncoder().encode(text), 'injected.txt')
  if (!result.ok) throw new Error(result.problem.code)
  return result.extraction
}

/** The numbers that a check which comes out holds, and that no error or warning involves. */
export const heldNumbers = ({ observations, flags, text }: Extraction): Observation[] => {
  const flagged = new Set(flags.filter(f => f.severity !== 'note').flatMap(f => f.observations))
  return observations.filter(
    o => o.support > 0 && !flagged.has(o.id) && /\d/.test(text.slice(o.evidence.start, o.evidence.end)),
  )
}

/** Any digit of any of these numbers, replaced by any other; no number gets a nought in front. */
export const changes = (text: string, held: readonly Observation[]): fc.Arbitrary<Change> =>
  fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 })).map(([which, place, by]) => {
    const observation = held[which % held.length]
    if (observation === undefined) throw new Error('no number is held by a check')
    const { start, end } = observation.evidence
    const written = text.slice(start, end)
    const digits = [...written.matchAll(/\d/g)].map(m => m.index)
    const at = digits[place % digits.length] ?? 0
    const digit = (Number(written[at]) + by) % 10
    const changed = digit === 0 && at === digits[0] && digits.length > 1 ? (by % 9) + 1 : digit
    const other = changed === Number(written[at]) ? (changed % 9) + 1 : changed
    return { observation, text: `${text.slice(0, start + at)}${other}${text.slice(start + at + 1)}` }
  })

/** Names a flag by its check and the sum that it writes out. */
const keyOf = ({ check, expression }: Flag): string => `${check} ${expression}`

/** Whether the flags of a changed document say what was changed. */
export const verdictOn = async (
  { observation, text }: Change,
  before: readonly Flag[],
): Promise<Pick<Injected, 'flagged' | 'involved' | 'first' | 'exact'>> => {
  const { flags } = await read(text)
  const known = new Set(before.map(keyOf))
  const own = flags.filter(f => f.severity !== 'note' && f.observations.includes(observation.id))
  return {
    flagged: Number(flags.some(f => f.observations.includes(observation.id) && !known.has(keyOf(f)))),
    involved: Number(own.length > 0),
    first: Number(own.some(f => f.suspects[0]?.observation === observation.id)),
    exact: Number(
      own.some(f => f.suggestion?.observation === observation.id && f.suggestion.value === observation.value),
    ),
  }
}

/** Changes one digit at a time, `trials` times, the same ones in every run. */
export const injectErrors = async (text: string, trials: number, seed: number): Promise<Injected> => {
  const before = await read(text)
  const held = heldNumbers(before)
  const result = { pool: held.length, trials: 0, flagged: 0, involved: 0, first: 0, exact: 0 }
  if (held.length === 0) return result
  for (const change of fc.sample(changes(text, held), { numRuns: trials, seed })) {
    const verdict = await verdictOn(change, before.flags)
    result.trials++
    result.flagged += verdict.flagged
    result.involved += verdict.involved
    result.first += verdict.first
    result.exact += verdict.exact
  }
  return result
}
