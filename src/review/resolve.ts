import type { Anchor, Observation, Span } from '../contract/index.ts'
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
    .toSorted((a, b) => (a.first ?? Infinity) - (b.first ?? Infinity))
    .filter(key => !take(key, sameId(key)))
    .flatMap((key): Placed[] => {
      const found = place(key.anchor)
      if (found === null) resolved.set(key, { is: 'detached' })
      return found === null ? [] : [{ key, span: { start: found.start, end: found.end }, exact: found.exact }]
    })
  const loose = moved.filter(({ key, span, exact }) => !exact || !take(key, bySpan.get(spanName(span))))
  const own = new Map<string, Resolved>()
  for (const { key, span, exact } of loose) {
    const within = observations.filter(o => overlaps(o.evidence, span))
    // an inexact place holds what stands there instead: of several numbers, or among other words, nobody can tell what it was
    const [only] = within
    const isMeant = within.length === 1 && only !== undefined && (exact || hasNeighbours(key.anchor, only, now))
    if (isMeant && take(key, only)) continue
    // of several readings one place has one record
    const there = span.start === span.end ? undefined : own.get(spanName(span))
    const at: Resolved = there ?? (exact ? { is: 'own', id: ownId(key, now), span } : { is: 'detached' })
    if (exact) own.set(spanName(span), at)
    resolved.set(key, at)
  }
  return resolved
}

/** Whether a number stands between the words that an anchored one stood between. */
const hasNeighbours = (
  { before, after }: Anchor,
  { evidence: { start, end } }: Observation,
  { text }: KnownText,
): boolean =>
  lastWord(before) === lastWord(text.slice(Math.max(0, start - before.length), start)) &&
  firstWord(after) === firstWord(text.slice(end, end + after.length))

const lastWord = (text: string): string | undefined => /\S+(?=\s*$)/.exec(text)?.[0]
const firstWord = (text: string): string | undefined => /\S+/.exec(text)?.[0]

const ownId = ({ anchor, added, first }: RecordKey, now: KnownText): string => {
  if (added) return addedId(first ?? 0)
  return anchor.text === now.hash && anchor.record !== null ? anchor.record : keptId(first ?? 0)
}

const spanName = ({ start, end }: Span): string => `${start} ${end}`

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
