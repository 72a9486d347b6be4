import type { Figure } from './figure.ts'

/** The parts of a whole, of one table's column or of the running text, in the order in which they stand. */
export interface Split {
  readonly parts: readonly Figure[]
  /** Names the kind of the split, so that splits of other figures into the same parts are known. */
  readonly into: string
}

/** Two branches that are all there are. */
const HALVES = ['agriculture', 'non_agriculture']

/** The ways in which the figures of the branches may add up to the whole: all of them, one a branch, or farming and the rest. */
export const splitsOf = (left: Figure, candidates: readonly Figure[]): Split[] => {
  const zone = zoneOf(left, candidates)
  if (zone.length < 2) return []
  const where = zone[0]?.place.cell?.table ?? 'text'
  const inOrder = zone.toSorted((a, b) => a.place.start - b.place.start)
  const oneEach = [...new Map(inOrder.toReversed().map(f => [f.observation.sector, f])).values()].toReversed()
  const halves = HALVES.flatMap(s => oneEach.filter(f => f.observation.sector === s))
  const branches = oneEach.filter(f => f.observation.sector !== 'non_agriculture')
  const ways = [
    ...(where === 'text' ? [] : [inOrder]),
    ...(halves.length === HALVES.length ? [halves, branches] : [oneEach]),
    // a branch may stand in two places
    ...(where === 'text' ? [inOrder] : []),
    // credit funds may be counted apart
    ...(branches.some(f => isFund(f) && isApart(f, branches)) ? [branches.filter(f => !isFund(f))] : []),
  ]
  const known = new Set<string>()
  return ways.flatMap(parts => {
    // a nought is no part that other columns would miss
    const into = `${where}:${parts
      .filter(f => f.value !== 0)
      .map(f => f.place.cell?.row ?? f.observation.sector)
      .join(',')}`
    if (parts.length < 2 || known.has(into)) return []
    known.add(into)
    return [{ parts, into }]
  })
}

/** Paragraphs between two figures of one list. */
const NEXT = 1

/** Whether a figure stands away from the list of the others. */
const isApart = (f: Figure, others: readonly Figure[]): boolean =>
  f.place.cell === null && others.every(other => other === f || Math.abs(other.place.block - f.place.block) > NEXT)

const isFund = ({ observation: { subject } }: Figure): boolean => subject === 'credit_fund'

/** The candidates of the left side's own table and column, or of the text; else of the first table that has some. */
const zoneOf = (left: Figure, candidates: readonly Figure[]): readonly Figure[] => {
  const { cell } = left.place
  const own = candidates.filter(({ place }) =>
    cell === null ? place.cell === null : place.cell?.table === cell.table && place.cell.column === cell.column,
  )
  if (own.length > 1) return own
  const [first] = candidates.filter(({ place }) => place.cell?.table !== cell?.table)
  if (first === undefined) return []
  const { cell: there } = first.place
  return candidates.filter(({ place }) =>
    there === null ? place.cell === null : place.cell?.table === there.table && place.cell.column === there.column,
  )
}
