import { createHash } from 'node:crypto'
import type { CurrentFlag, CurrentRecord, Decision, Detached, Flag } from '../contract/index.ts'
import { figuresNow, numbersOf } from './anchored-flag.ts'
import type { Overlaid } from './overlay.ts'
import type { Placer } from './placer.ts'

type Dismissal = Extract<Decision, { kind: 'dismiss' }>

/**
 * The flags of a document as they are now. One that is dismissed stays so as long as its check is of the same figures and these are
 * what they were; two of one check over the same figures are told apart by their sums.
 * @param machine what does not come out with the machine's figures
 * @param now what does not come out with the figures as they are
 */
export const currentFlags = (
  machine: readonly Flag[],
  now: readonly Flag[],
  overlaid: Overlaid,
  place: Placer,
): { readonly flags: CurrentFlag[]; readonly detached: Detached[] } => {
  const own = new Map(machine.map(flag => [nameOf(flag), flag]))
  const names = new Set<string>()
  const named = now.map(flag => {
    const name = nameOf(flag)
    names.add(name)
    const there = own.get(name)
    return {
      ...flag,
      id: there?.id ?? `c${digest(name)}`,
      raisedBy: there ? ('machine' as const) : ('correction' as const),
    }
  })
  const records = new Map(overlaid.records.map(record => [record.id, record]))
  const dismissed = new Map<string, string>()
  const detached: Detached[] = []
  for (const decision of overlaid.standing) {
    if (decision.kind !== 'dismiss') continue
    const same = sameFlag(decision, records, overlaid, place)
    if (same === null) detached.push({ decision, record: null })
    const found = same === null ? [] : named.filter(same)
    const [meant] = found.length > 1 ? found.filter(f => f.expression === decision.flag.expression) : found
    if (meant !== undefined) dismissed.set(meant.id, decision.id)
  }
  return {
    flags: [
      ...named.map((flag): CurrentFlag => {
        const decision = dismissed.get(flag.id) ?? null
        return { ...flag, state: decision === null ? 'open' : 'dismissed', decision }
      }),
      ...machine
        .filter(flag => !names.has(nameOf(flag)))
        .map((flag): CurrentFlag => ({ ...flag, raisedBy: 'machine', state: 'resolved', decision: null })),
    ],
    detached,
  }
}

/** Whether a flag is the one that was dismissed; null where the place of that is gone. */
const sameFlag = (
  { flag: { check, figures, evidence }, flag }: Dismissal,
  records: ReadonlyMap<string, CurrentRecord>,
  { whereIs }: Overlaid,
  place: Placer,
): ((flag: Flag) => boolean) | null => {
  if (figures.length === 0) {
    const places = evidence.map(place)
    if (places.some(at => at === null || !at.exact)) return null
    const spans = JSON.stringify(places.map(at => [at?.start, at?.end]))
    return f => f.check === check && JSON.stringify(f.evidence.map(({ start, end }) => [start, end])) === spans
  }
  const ids = figuresNow(flag, whereIs)
  if (ids === null) return null
  const unchanged = ids.every((id, i) => {
    const record = records.get(id)
    const { anchor: _, ...then } = figures[i] ?? { anchor: null }
    return (
      record !== undefined && JSON.stringify(numbersOf(record)) === JSON.stringify(numbersOf(then as CurrentRecord))
    )
  })
  const over = JSON.stringify(ids.toSorted())
  return f => unchanged && f.check === check && JSON.stringify(f.observations.toSorted()) === over
}

/** What a flag says, whatever its id: its check, its sum, and what that is of. */
const nameOf = ({ check, expression, observations, evidence }: Flag): string =>
  JSON.stringify([check, expression, observations, observations.length > 0 ? [] : evidence])

const digest = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 12)
