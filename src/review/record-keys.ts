import type { Anchor, Decision } from '../contract/index.ts'

/** A record that decisions speak of: where it was, as what, and in which decision first. */
export interface RecordKey {
  readonly anchor: Anchor
  /** The version of the first decision on it; null where only a flag's figures name it. */
  readonly first: number | null
  /** A reviewer was the first to find it. */
  readonly added: boolean
}

type Draft = { -readonly [K in keyof RecordKey]: RecordKey[K] }

/** Records that the machine does not give are named by the decision that they go back to: `a17` was added by it, `k17` is kept for it. */
export const addedId = (version: number): string => `a${version}`
export const keptId = (version: number): string => `k${version}`

const NAMED_BY_DECISION = /^[ak](\d+)$/

/**
 * The records that the decisions of a document speak of. A record keeps its key through all readings of the document, whatever id the
 * machine gives it.
 */
export class RecordKeys {
  readonly all: readonly RecordKey[]
  readonly #versions = new Map<string, number>()
  readonly #ofDecision = new Map<number, Draft>()
  readonly #byName = new Map<string, Draft>()
  /** Keys of one record that was found again in another text, by the later ones. */
  readonly #earlier = new Map<Draft, Draft>()

  /** @param decisions all of them, in the order of their versions */
  constructor(decisions: readonly Decision[]) {
    const all: Draft[] = []
    const keyAt = (anchor: Anchor): Draft => {
      const known = this.#of(anchor)
      if (known !== null) return known
      const key: Draft = { anchor, first: null, added: false }
      all.push(key)
      for (const name of namesOf(anchor)) if (!this.#byName.has(name)) this.#byName.set(name, key)
      return key
    }
    for (const decision of decisions) {
      const { version } = decision
      this.#versions.set(decision.id, version)
      if ('anchor' in decision && decision.anchor !== null) {
        const key = keyAt(decision.anchor)
        if (key.first === null) {
          key.first = version
          key.added = decision.kind === 'add'
        }
        this.#ofDecision.set(version, key)
        this.#join(key, decision)
      }
      if ('flag' in decision) for (const { anchor } of decision.flag.figures) keyAt(anchor)
    }
    this.all = all
  }

  /** The record that an anchor speaks of; null where no decision has spoken of it. */
  of(anchor: Anchor): RecordKey | null {
    return this.#of(anchor)
  }

  #of(anchor: Anchor): Draft | null {
    const version = NAMED_BY_DECISION.exec(anchor.record ?? '')?.[1]
    const named = version === undefined ? undefined : this.#ofDecision.get(Number(version))
    return named ?? namesOf(anchor).flatMap(name => this.#byName.get(name) ?? [])[0] ?? null
  }

  ofDecision(version: number): RecordKey | null {
    return this.#ofDecision.get(version) ?? null
  }

  /** The first key of the record that a decision is on, in whatever text that was: one for all decisions on one record. */
  recordOf(version: number): RecordKey | null {
    const key = this.#ofDecision.get(version)
    return key === undefined ? null : this.#firstOf(key)
  }

  #firstOf(key: Draft): Draft {
    const earlier = this.#earlier.get(key)
    return earlier === undefined ? key : this.#firstOf(earlier)
  }

  #join(key: Draft, decision: Decision): void {
    const earlier = this.#ofDecision.get(this.#earlierThan(decision) ?? 0)
    if (earlier === undefined) return
    const [a, b] = [this.#firstOf(earlier), this.#firstOf(key)]
    if (a === b) return
    const isBefore = (a.first ?? 0) < (b.first ?? 0)
    this.#earlier.set(isBefore ? b : a, isBefore ? a : b)
  }

  /** A decision on the same record, by what the reviewer saw when he decided. */
  #earlierThan(decision: Decision): number | null {
    if (!('anchor' in decision)) return null
    if (decision.first !== undefined) return decision.first
    // decisions of before say no more than what they replaced
    const replaced = 'replaced' in decision ? (decision.replaced?.decision ?? null) : null
    return replaced === null ? null : (this.#versions.get(replaced) ?? null)
  }
}

/** By its id in that text, and by its place where it has words. */
const namesOf = ({ text, record, start, end }: Anchor): string[] => [
  ...(record === null ? [] : [`${text} ${record}`]),
  ...(start === end ? [] : [`${text} ${start}-${end}`]),
]
