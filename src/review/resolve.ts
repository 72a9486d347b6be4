import type { Observation, Span } from '../contract/index.ts'
import type { KnownText } from './known-text.ts'
import type { Placer } from './placer.ts'
import { addedId, keptId, type RecordKey } from './record-keys.ts'

/** Where a record is in the present reading. */
export type Resolved =
  /** The machine gives it. */
  | { readonly is: 'machine'; readonly id: string }
  /** It does not, or never did: the record stands at its place all the same. */
  | { readonly is: 'own'; readonly id: string; readonly span: Span }
  /** Its place is not in the text any more. */
  | { readonly is: 'detached' }

type Placed = { readonly key: RecordKey; readonly span: Span; readonly exact: boolean }

/**
 * Finds records that decisions speak of in the present reading: by their id where the text is the same, else by their place. Two
 * records of one reading are never the same observation of another.
 */
export const resolve = (
  keys: readonly RecordKey[],
  observations: readonly Observation[],
  now: KnownText,
  place: Placer,
): ReadonlyMap<RecordKey, Resolved> => {
  const resolved = new Map<RecordKey, Resolved>()
  const byId = new Map(observations.map(o => [o.id, o]))
  const bySpan = new Map(observations.map(o => [spanName(o.evidence), o]))
  const taken = new Map<string, Set<string>>()
  const take = (key: RecordKey, o: Observation | undefined): boolean => {
    const text = key.anchor.text
    const own = taken.get(text) ?? new Set()
    if (o === undefined || own.has(o.id)) return false
    taken.set(text, own.add(o.id))
    resolved.set(key, { is: 'machine', id: o.id })
    return true
  }
  const sameId = ({ anchor, added }: RecordKey) =>
    added || anchor.text !== now.hash || anchor.record === null ? undefined : byId.get(anchor.record)

  const moved = keys
    .filter(key => !take(key, sameId(key)))
    .flatMap((key): Placed[] => {
      const found = place(key.anchor)
      if (found === null) resolved.set(key, { is: 'detached' })
      return found === null ? [] : [{ key, span: { start: found.start, end: found.end }, exact: found.exact }]
    })
  const loose = moved.filter(({ key, span, exact }) => !exact || !take(key, bySpan.get(spanName(span))))
  for (const { key, span, exact } of loose) {
    const within = observations.filter(o => overlaps(o.evidence, span))
    // an inexact place holds what stands there instead: of several numbers nobody can tell which it was
    if (within.length === 1 && take(key, within[0])) continue
    resolved.set(key, exact ? { is: 'own', id: ownId(key, now), span } : { is: 'detached' })
  }
  return resolved
}

const ownId = ({ anchor, added, first }: RecordKey, now: KnownText): string => {
  if (added) return addedId(first ?? 0)
  return anchor.text === now.hash && anchor.record !== null ? anchor.record : keptId(first ?? 0)
}

const spanName = ({ start, end }: Span): string => `${start} ${end}`

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
