import { isOneSlipApart } from './edits.ts'
import type { Figure } from './figure.ts'
import { isMonthly } from './figures.ts'
import type { Found } from './found.ts'
import { groupsBy } from './groups.ts'
import { figuresOf } from './identity.ts'
import { distance, NEAR } from './places.ts'

/**
 * Which of several figures that say the same is the document's. A total is printed before what it is made of, and is more;
 * two figures that are one slip apart are one figure; of others none can be told to be the one.
 */
export class Standing {
  readonly #inZone = new Map<Figure, boolean>()
  readonly #inBlock = new Map<Figure, boolean>()
  readonly #inSentence = new Map<Figure, boolean>()

  constructor(figures: readonly Figure[]) {
    this.#judge(figures, zoneOf, this.#inZone)
    const inText = figures.filter(f => f.place.cell === null)
    this.#judge(inText, f => String(f.place.block), this.#inBlock)
    this.#judge(inText, f => String(f.place.sentence), this.#inSentence)
  }

  /** Whether no figure of an identity could as well be another one that says the same, in the text or table it is taken from. */
  isClear({ identity, ofRows }: Pick<Found, 'identity' | 'ofRows'>): boolean {
    const figures = ofRows ? [identity.left] : figuresOf(identity)
    const { place } = identity.left
    return figures.every(f => {
      const near = distance(f.place, place)
      const stands =
        place.cell !== null || identity.relation === '<=' || near > NEAR.block
          ? this.#inZone
          : near > NEAR.sentence
            ? this.#inBlock
            : this.#inSentence
      return stands.get(f) ?? true
    })
  }

  #judge(figures: readonly Figure[], where: (f: Figure) => string, result: Map<Figure, boolean>) {
    const groups = groupsBy(figures, f => `${where(f)} ${whatOf(f)}`)
    for (const group of groups.values()) {
      const one = clearValues(group.toSorted((a, b) => a.place.start - b.place.start))
      for (const f of group) result.set(f, one.has(f.value))
    }
  }
}

const zoneOf = ({ place: { cell } }: Figure): string => (cell === null ? 'text' : `${cell.table}/${cell.column}`)

const whatOf = ({ observation: o, time }: Figure): string =>
  [
    ...[o.subject, o.indicator, o.sector, o.measure, o.unit === 'percent', o.area?.name, o.source, o.qualifier],
    ...[isMonthly(o), o.per.includes('organisation'), o.per.includes('person')],
    ...[time.year, time.month, time.since, time.target],
  ].join('|')

/** The values of a group that are the document's own; `figures` in the order of the text. */
const clearValues = (all: readonly Figure[]): ReadonlySet<number> => {
  // a bound says no other number: `trên 60% (61,9%)`
  const exact = all.filter(f => f.observation.comparator === 'eq')
  const figures = exact.length === 0 ? all : exact
  const values = [...new Set(figures.map(f => f.value))]
  const [first] = figures
  if (first === undefined || values.length === 1) return new Set(values)
  const second = figures.find(f => f.value !== first.value)
  if (second !== undefined && values.length === 2 && isOneSlipApart(first, second)) return new Set(values)
  const isTotal = first.observation.per.length === 0 && first.observation.unit !== 'percent'
  const isMost = values.every(v => v <= first.value)
  return isTotal && isMost ? new Set([first.value]) : new Set()
}
