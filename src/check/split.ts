import type { Figure } from './figure.ts'

/** The parts of a whole, of one table's column or of the running text, in the order in which they stand. */
export interface Split {
  readonly parts: readonly Figure[]
  /** Names the kind of the split, so that splits of other figures into the same parts are known. */
  readonly into: string
}

/** No whole is printed with more parts than these. */
const MOST_PARTS = 300

/** Two branches that are all there are. */
const HALVES = ['agriculture', 'non_agriculture']

const KNOWN = new WeakMap<readonly Figure[], Split[]>()

/**
 * The ways in which the figures of the branches may add up to a whole: all of them, one a branch, or farming and the rest.
 * @param zone of one column of a table or of the running text, in its order
 */
export const splitsOf = (zone: readonly Figure[]): Split[] => {
  const known = KNOWN.get(zone)
  if (known !== undefined) return known
  const splits = zone.length < 2 ? [] : splitsIn(zone)
  KNOWN.set(zone, splits)
  return splits
}

const splitsIn = (inOrder: readonly Figure[]): Split[] => {
  const where = inOrder[0]?.place.cell?.table ?? 'text'
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
    if (parts.length < 2 || parts.length > MOST_PARTS || known.has(into)) return []
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
