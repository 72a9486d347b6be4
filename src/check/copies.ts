import type { Figure } from './figure.ts'
import { figuresIn, outcomeOf } from './identity.ts'
import type { Statement } from './statements.ts'

/** Figures that a document prints in several places alike. */
export class Copies {
  readonly #groups = new Map<Figure, Figure[]>()

  constructor(statements: readonly Statement[]) {
    for (const { identity, repeated } of statements)
      for (const one of [identity, ...repeated]) {
        const [other] = figuresIn(one.right)
        if (one.repeats && other !== undefined && outcomeOf(one) === 'holds') this.#join(one.left, other)
      }
  }

  /** The same figure in all its places, this one among them. */
  all(f: Figure): readonly Figure[] {
    return this.#groups.get(f) ?? [f]
  }

  /** The same figure in its other places. */
  others(f: Figure): Figure[] {
    return this.all(f).filter(other => other !== f)
  }

  /** One figure for all its places. */
  first(f: Figure): Figure {
    return this.#groups.get(f)?.[0] ?? f
  }

  #join(a: Figure, b: Figure) {
    const joined = [...new Set([...this.all(a), ...this.all(b)])]
    for (const f of joined) this.#groups.set(f, joined)
  }
}
