import { countWhile } from '../sorted.ts'
import type { Companions } from './companions.ts'
import type { Copies } from './copies.ts'
import type { Figure } from './figure.ts'
import { isMonthly } from './figures.ts'
import { put } from './groups.ts'

/** The same indicator at other times: what size a figure should be of. */
export class Peers {
  /** The sizes of all figures that are peers, in order. */
  readonly #sizes = new Map<string, number[]>()
  readonly #copies: Copies
  readonly #companions: Companions

  constructor(figures: readonly Figure[], copies: Copies, companions: Companions) {
    this.#copies = copies
    this.#companions = companions
    for (const f of figures) put(this.#sizes, keyOf(f), Math.abs(f.value))
    for (const sizes of this.#sizes.values()) sizes.sort((a, b) => a - b)
  }

  /** How far a value is from what its peers have: the logarithm of how many times it is the middle one. 0 without peers. */
  strangeness(f: Figure, value: number): number {
    const key = keyOf(f)
    const own = this.#copies.all(f).filter(p => keyOf(p) === key)
    const middle = middleWithout(
      this.#sizes.get(key) ?? [],
      own.map(p => Math.abs(p.value)),
    )
    if (middle === null) return 0
    const least = f.number === null ? 1 : Math.abs(f.number.scale) * 10 ** -f.number.decimals
    return Math.abs(Math.log((Math.abs(value) + least) / (middle + least)))
  }

  /** By how much its peers, or the others of its row, speak for another value of a figure: above 1 for it, below 1 against. */
  favour(f: Figure, value: number): number {
    const own = this.#companions.strangeness(f, f.value)
    const other = this.#companions.strangeness(f, value)
    const by = own === null || other === null ? this.strangeness(f, f.value) - this.strangeness(f, value) : own - other
    return Math.min(MOST, Math.max(1 / MOST, Math.exp(by)))
  }
}

/** Peers alone prove nothing. */
const MOST = 20

const keyOf = ({ observation: o }: Figure): string =>
  [o.subject, o.indicator, o.sector, o.measure, o.unit, o.source, o.area?.name, o.qualifier, isMonthly(o)].join('|')

/** The middle one of some sizes in order, of which `without` are left out; null where nothing is left. */
const middleWithout = (sizes: readonly number[], without: readonly number[]): number | null => {
  let at = (sizes.length - without.length) >> 1
  let before: number | null = null
  let alike = 0
  for (const size of without.toSorted((a, b) => a - b)) {
    alike = size === before ? alike + 1 : 0
    before = size
    if (countWhile(sizes, other => other < size) + alike <= at) at++
  }
  return sizes[at] ?? null
}
