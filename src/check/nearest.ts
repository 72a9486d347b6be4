import { countWhile } from '../sorted.ts'
import type { Figure } from './figure.ts'
import { put } from './groups.ts'
import { distance, ELSEWHERE_IN_TEXT, NEAR, type PlaceInText, SECTION_AROUND, TEXT_AND_TABLE } from './places.ts'

/** What stands before is what is spoken of; what follows is farther by this factor. */
const BEHIND = 2

/** Figures of which any may be meant, found by how near they stand, so that the nearest are found without asking all. */
export class Nearest {
  readonly #figures: ReadonlySet<Figure>
  #shelves: ReadonlyMap<string, readonly Figure[]> | null = null

  constructor(figures: readonly Figure[]) {
    this.#figures = new Set(figures)
  }

  get size(): number {
    return this.#figures.size
  }

  has(f: Figure): boolean {
    return this.#figures.has(f)
  }

  /** All of them but `left`, the nearest to it first; of those as near, the one before it sooner than the one behind. */
  *to(left: Figure): Generator<Figure> {
    const { place } = left
    for (const { step, shelves } of stepsFrom(place)) {
      const [one = NONE, other = NONE] = shelves.map(name => this.#shelf(name))
      const found = other.length === 0 ? outwards(one, place) : merged(one, other, place)
      for (const f of found) if (f !== left && distance(place, f.place) === step) yield f
    }
  }

  /** Those of one column of a table, or of the running text, in the order of the text; always the same array. */
  zone(place: PlaceInText): readonly Figure[] {
    return this.#shelf(zoneOf(place))
  }

  /** The nearest one to a place that is not of its table; to one in the text, the nearest one of a table. */
  elsewhere(place: PlaceInText): Figure | null {
    if (place.cell === null) return first(outwards(this.#shelf(TABLES), place))
    const inText = first(outwards(this.#shelf(TEXT), place))
    if (inText !== null) return inText
    const others = [...this.#all().keys()].filter(name => name.startsWith(TABLE) && name !== tableOf(place))
    const nearest = others.flatMap(name => first(outwards(this.#shelf(name), place)) ?? [])
    return nearest.reduce<Figure | null>((a, b) => (a === null || !isNearer(a, b, place) ? b : a), null)
  }

  #shelf(name: string): readonly Figure[] {
    return this.#all().get(name) ?? NONE
  }

  #all(): ReadonlyMap<string, readonly Figure[]> {
    this.#shelves ??= shelvesFor(this.#figures)
    return this.#shelves
  }
}

/** Figures by what they have in common with a place, each shelf in the order of the text. */
const shelvesFor = (figures: Iterable<Figure>): Map<string, Figure[]> => {
  const shelves = new Map<string, Figure[]>()
  for (const f of [...figures].sort((a, b) => a.place.start - b.place.start))
    for (const name of new Set(shelvesOf(f.place))) put(shelves, name, f)
  return shelves
}

const NONE: readonly Figure[] = []

const TEXT = 'text'
const TABLES = 'tables'
const TABLE = 'table '

const zoneOf = ({ cell }: PlaceInText): string => (cell === null ? TEXT : `column ${cell.table} ${cell.column}`)
const rowOf = ({ cell }: PlaceInText): string => `row ${cell?.table} ${cell?.row}`
const tableOf = ({ cell }: PlaceInText): string => `${TABLE}${cell?.table}`

const shelvesOf = (place: PlaceInText): string[] =>
  place.cell === null
    ? [
        TEXT,
        `sentence ${place.sentence}`,
        `block ${place.block}`,
        `section ${place.sections[0]}`,
        ...place.sections.map(s => `around ${s}`),
      ]
    : [TABLES, tableOf(place), rowOf(place), zoneOf(place)]

interface Step {
  readonly step: number
  /** Hold all that is so far away, and maybe some that is nearer. */
  readonly shelves: readonly string[]
}

/** The shelves to look through from a place on, by `distance`. */
const stepsFrom = (place: PlaceInText): Step[] =>
  place.cell === null
    ? [
        { step: NEAR.sentence, shelves: [`sentence ${place.sentence}`] },
        { step: NEAR.block, shelves: [`block ${place.block}`] },
        { step: NEAR.section, shelves: [`section ${place.sections[0]}`] },
        { step: SECTION_AROUND, shelves: [`around ${place.sections.at(-1)}`] },
        { step: ELSEWHERE_IN_TEXT, shelves: [TEXT] },
        { step: TEXT_AND_TABLE, shelves: [TABLES] },
      ]
    : [
        { step: NEAR.sentence, shelves: [rowOf(place), zoneOf(place)] },
        { step: NEAR.block, shelves: [tableOf(place)] },
        { step: TEXT_AND_TABLE, shelves: [TEXT] },
        { step: NEAR.document, shelves: [TABLES] },
      ]

const apart = (from: PlaceInText, f: Figure): number => {
  const by = from.start - f.place.start
  return by >= 0 ? by : -by * BEHIND
}

/** A shelf from a place on to both sides. */
function* outwards(shelf: readonly Figure[], from: PlaceInText): Generator<Figure> {
  let on = countWhile(shelf, f => f.place.start <= from.start)
  let back = on - 1
  for (;;) {
    const [before, behind] = [shelf[back], shelf[on]]
    if (before !== undefined && (behind === undefined || apart(from, before) <= apart(from, behind))) {
      let first = back
      while (shelf[first - 1]?.place.start === before.place.start) first--
      yield* shelf.slice(first, back + 1)
      back = first - 1
    } else if (behind !== undefined) {
      yield behind
      on++
    } else return
  }
}

const first = (figures: Iterable<Figure>): Figure | null => {
  for (const f of figures) return f
  return null
}

/** Two shelves, each figure once. */
function* merged(one: readonly Figure[], other: readonly Figure[], from: PlaceInText): Generator<Figure> {
  const known = new Set<Figure>()
  const sides = [outwards(one, from), outwards(other, from)] as const
  let [a, b] = [sides[0].next(), sides[1].next()]
  while (!a.done || !b.done) {
    const isFirst = b.done || (!a.done && isNearer(a.value, b.value, from))
    const next = isFirst ? a : b
    if (isFirst) a = sides[0].next()
    else b = sides[1].next()
    if (next.done || known.has(next.value)) continue
    known.add(next.value)
    yield next.value
  }
}

const isNearer = (a: Figure, b: Figure, from: PlaceInText): boolean => {
  const by = apart(from, a) - apart(from, b)
  return by < 0 || (by === 0 && a.place.start <= b.place.start)
}
