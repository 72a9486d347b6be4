import type { CurrentFlag, Extraction, Flag, Observation, Severity, Span } from '../../contract/index.ts'
import { suspected } from '../../review/suspected.ts'

/** A number that can be shown: where it stands, and the record that it is. */
export interface FlaggedFigure extends Span {
  readonly observation: string | null
}

/** A document's flags in the order in which they are shown, and what they speak of. */
export interface FlagIndex<F extends Flag = Flag> {
  /** Errors, then warnings, then notes; those of one severity in the order of the text. */
  readonly flags: readonly F[]
  readonly records: ReadonlyMap<string, Observation>
  /** The flags on a record, by its id; none for a record without flags. */
  readonly byRecord: ReadonlyMap<string, readonly F[]>
}

const GRAVITY: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

const beginningOf = ({ figures, evidence }: Flag): number => figures[0]?.start ?? evidence[0]?.start ?? 0

const inOrder = <F extends Flag>(flags: readonly F[]): readonly F[] =>
  flags.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || beginningOf(a) - beginningOf(b))

export const indexFlags = <F extends Flag>({
  flags,
  observations,
}: Pick<Extraction, 'observations'> & { readonly flags: readonly F[] }): FlagIndex<F> => {
  const sorted = inOrder(flags)
  const byRecord = new Map<string, F[]>()
  for (const flag of sorted) {
    for (const id of new Set(flag.observations)) {
      const own = byRecord.get(id)
      if (own === undefined) byRecord.set(id, [flag])
      else own.push(flag)
    }
  }
  return { flags: sorted, records: new Map(observations.map(o => [o.id, o])), byRecord }
}

/**
 * The next open flag after another in their order, or the one before it.
 * @param flags closed ones among them
 * @param from a flag, which may be closed; the first or last open one follows what is none
 * @returns undefined where none is left on that side of an open one; from a closed one it goes on at the other end
 */
export const stepInFlags = (flags: readonly CurrentFlag[], from: string | null, by: 1 | -1): string | undefined => {
  const order = by === 1 ? inOrder(flags) : inOrder(flags).toReversed()
  const isOpen = ({ state }: CurrentFlag) => state === 'open'
  const at = order.findIndex(({ id }) => id === from)
  const next = order.slice(at + 1).find(isOpen)
  const isHere = order[at]?.state === 'open'
  return (next ?? (isHere ? undefined : order.find(isOpen)))?.id
}

/** Where to go after a flag was closed: to the next open one; where none is left behind it, to the first that is left before. */
export const afterClosing = (flags: readonly CurrentFlag[], closed: string): string | undefined => {
  const rest = flags.filter(({ id }) => id !== closed)
  return stepInFlags(flags, closed, 1) ?? stepInFlags(rest, null, 1)
}

/** The record's number as a figure. */
export const figureOf = ({ id, evidence: { start, end } }: Observation): FlaggedFigure => ({
  start,
  end,
  observation: id,
})

/** How much a record is suspected by the flags on it, up to 1; null where none suspects it. */
export const suspicionOf = (id: string, flags: readonly Flag[]): number | null => {
  const weights = flags.flatMap(flag =>
    suspected(flag)
      .filter(s => s.observation === id)
      .map(s => s.weight),
  )
  return weights.length === 0 ? null : Math.max(...weights)
}

/** No check that comes out reaches it, and none that does not. */
export const isUnverified = ({ id, support }: Observation, flagged: FlagIndex['byRecord']): boolean =>
  support === 0 && !flagged.has(id)

/** How far the checks reach, in records. */
export interface Coverage {
  readonly total: number
  /** A check comes out with them. */
  readonly verified: number
  /** No check reaches them; the rest stands only in sums that do not come out. */
  readonly unverified: number
}

export const coverageOf = ({ records, byRecord }: FlagIndex): Coverage => {
  const all = [...records.values()]
  return {
    total: all.length,
    verified: all.filter(({ support }) => support > 0).length,
    unverified: all.filter(record => isUnverified(record, byRecord)).length,
  }
}
