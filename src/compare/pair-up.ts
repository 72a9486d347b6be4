import type { Span } from '../contract/index.ts'

/** A thing with its place; `key` tells things at one place apart. */
export interface Placed<T> extends Span {
  readonly thing: T
  readonly key: string
}

export interface PairedUp<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[]
  readonly lost: readonly T[]
  readonly gained: readonly T[]
}

/**
 * Pairs things by their place: at the very same stretch first (those with the same key before others), then where one begins, then
 * where stretches overlap. Each is paired once; the other way round gives the same pairs turned.
 */
export const pairUp = <T>(before: readonly Placed<T>[], after: readonly Placed<T>[]): PairedUp<T> => {
  const pairs: [T, T][] = []
  let lost = inOrder(before)
  let gained = inOrder(after)
  for (const name of [whole, span, start]) {
    const there = new Map<string, Placed<T>[]>()
    for (const g of gained) there.set(name(g), [...(there.get(name(g)) ?? []), g])
    const taken = new Set<Placed<T>>()
    lost = lost.filter(l => {
      const partner = there.get(name(l))?.shift()
      if (partner !== undefined) {
        pairs.push([l.thing, partner.thing])
        taken.add(partner)
      }
      return partner === undefined
    })
    gained = gained.filter(g => !taken.has(g))
  }
  const left: { lost: T[]; gained: T[] } = { lost: [], gained: [] }
  let [i, j] = [0, 0]
  for (let l = lost[i], g = gained[j]; l !== undefined || g !== undefined; l = lost[i], g = gained[j]) {
    if (g === undefined || (l !== undefined && l.end <= g.start)) {
      if (l !== undefined) left.lost.push(l.thing)
      i++
    } else if (l === undefined || g.end <= l.start) {
      left.gained.push(g.thing)
      j++
    } else {
      pairs.push([l.thing, g.thing])
      i++
      j++
    }
  }
  return { pairs, ...left }
}

const start = (p: Span): string => String(p.start)

const span = (p: Span): string => `${p.start} ${p.end}`

const whole = (p: Placed<unknown>): string => `${span(p)} ${p.key}`

const inOrder = <T>(placed: readonly Placed<T>[]): Placed<T>[] =>
  [...placed].sort((a, b) => a.start - b.start || a.end - b.end)
