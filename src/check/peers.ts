import type { Copies } from './copies.ts'
import type { Figure } from './figure.ts'
import { isMonthly } from './figures.ts'

/** The same indicator at other times: what size a figure should be of. */
export class Peers {
  readonly #values = new Map<string, Figure[]>()
  readonly #copies: Copies

  constructor(figures: readonly Figure[], copies: Copies) {
    this.#copies = copies
    for (const f of figures) {
      const key = keyOf(f)
      const known = this.#values.get(key)
      if (known === undefined) this.#values.set(key, [f])
      else known.push(f)
    }
  }

  /** How far a value is from what its peers have: the logarithm of how many times it is the middle one. 0 without peers. */
  strangeness(f: Figure, value: number): number {
    const places = this.#copies.all(f)
    const peers = (this.#values.get(keyOf(f)) ?? []).filter(p => !places.includes(p)).map(p => Math.abs(p.value))
    if (peers.length === 0) return 0
    const middle = peers.sort((a, b) => a - b)[peers.length >> 1] ?? 0
    const least = f.number === null ? 1 : Math.abs(f.number.scale) * 10 ** -f.number.decimals
    return Math.abs(Math.log((Math.abs(value) + least) / (middle + least)))
  }

  /** By how much its peers speak for another value of a figure: above 1 for it, below 1 against. */
  favour(f: Figure, value: number): number {
    return Math.min(MOST, Math.max(1 / MOST, Math.exp(this.strangeness(f, f.value) - this.strangeness(f, value))))
  }
}

/** Peers alone prove nothing. */
const MOST = 20

const keyOf = ({ observation: o }: Figure): string =>
  [o.subject, o.indicator, o.sector, o.measure, o.unit, o.source, o.area?.name, o.qualifier, isMonthly(o)].join('|')
