/** Counts by key, and in how many documents each key was counted. Documents come one after the other. */
export class Tally<C extends string> {
  readonly #counts = new Map<string, Record<C, number> & { documents: number }>()
  readonly #seen = new Map<string, number>()
  readonly #names: readonly C[]

  /** @param names what is counted of each key */
  constructor(names: readonly C[]) {
    this.#names = names
  }

  /** @param document a number that each document has alone */
  add(key: string, name: C, document: number, times = 1): void {
    const entry = this.#counts.get(key) ?? this.#begin(key)
    entry[name] = (entry[name] + times) as (typeof entry)[C]
    if (this.#seen.get(key) !== document) entry.documents++
    this.#seen.set(key, document)
  }

  /** All keys, the one with the largest counts first; those with equal counts in order of their names. */
  largestFirst(): (readonly [key: string, counts: Record<C, number> & { documents: number }])[] {
    const size = (counts: Record<C, number>) => this.#names.reduce((sum, name) => sum + Math.abs(counts[name]), 0)
    return [...this.#counts].sort(
      ([one, a], [other, b]) =>
        size(b) - size(a) || b.documents - a.documents || (one < other ? -1 : one > other ? 1 : 0),
    )
  }

  #begin(key: string): Record<C, number> & { documents: number } {
    const entry = { documents: 0, ...Object.fromEntries(this.#names.map(name => [name, 0])) } as Record<C, number> & {
      documents: number
    }
    this.#counts.set(key, entry)
    return entry
  }
}
