import type { Copies } from './copies.ts'
import { type Edit, editsOf } from './edits.ts'
import type { Figure } from './figure.ts'
import type { Figures } from './figures.ts'
import { put } from './groups.ts'
import { computed, figuresOf, type Identity, isSum, outcomeOf, type Reading } from './identity.ts'
import type { Interval } from './interval.ts'
import type { Peers } from './peers.ts'
import { distance, NEAR } from './places.ts'
import { reachOf } from './reach.ts'
import { roundnessFavour } from './roundness.ts'

/** A number that one slip away from the printed one lets everything that involves it come out. */
export interface Repair {
  readonly figure: Figure
  readonly edit: Edit
  readonly score: number
  /** What comes out with it and does not without. */
  readonly solves: readonly Identity[]
  /** What comes out with it as without, and figures elsewhere that say the same. */
  readonly agrees: readonly Identity[]
  readonly elsewhere: readonly Figure[]
}

/** What a solved identity beyond the first, one of a copy, and the same figure elsewhere add to the odds. */
const SOLVED = 6
const SOLVED_AT_COPY = 4
const MOST_COPIES = 2
const ELSEWHERE = 4
/** What it adds that the printed figures give the new number to its last digit, not only within their rounding. */
const EXACT = 3
/** What a failure that stays takes from them. */
const UNSOLVED = 0.4
/** A figure that is printed alike in another place is less likely a slip. */
const COPIED = 0.5

/** The identities by the figures in them, as printed at these very places. */
export class Involved {
  readonly #own = new Map<Figure, Identity[]>()

  constructor(identities: readonly Identity[]) {
    for (const identity of identities) for (const f of figuresOf(identity)) put(this.#own, f, identity)
  }

  of(f: Figure): readonly Identity[] {
    return this.#own.get(f) ?? []
  }
}

/**
 * The repairs of one figure, the likeliest first: all that comes out now does so still, and all that does not comes out, but
 * for what others are to blame for as well.
 * @param blamed whether others than this figure are to blame for a failure
 */
export const repairsOf = (
  figure: Figure,
  involved: Involved,
  copies: Copies,
  figures: Figures,
  peers: Peers,
  blamed: (identity: Identity) => boolean,
): Repair[] => {
  const others = copies.others(figure)
  // what ties the figure to its own copies falls with it
  const own = involved.of(figure).filter(i => !(i.repeats && outcomeOf(i) === 'holds'))
  const failing = own.filter(i => outcomeOf(i) === 'fails')
  const mine = failing.filter(i => !blamed(i))
  if (failing.length === 0) return []
  const holding = own.filter(i => !failing.includes(i))
  const sums = failing.filter(i => i.relation === '=' && isSum(i.right))
  const atCopies = others.flatMap(c => involved.of(c)).filter(i => !i.repeats)
  const reaches = mine.flatMap(i => reachOf(figure, i) ?? [])
  return editsOf(figure)
    .filter(({ kind, value }) => kind === 'separator' || reaches.every(r => value >= r.low && value <= r.high))
    .flatMap(edit => {
      const read = replacing([figure], edit)
      const everywhere = replacing([figure, ...others], edit)
      const comesOut = (i: Identity) => outcomeOf(i, read) !== 'fails'
      if (!holding.every(comesOut) || !mine.every(comesOut)) return []
      const solved = failing.filter(comesOut)
      if (solved.length === 0 || (edit.kind === 'slash' && !hasPlanned(edit, failing))) return []
      const solvedAtCopies = atCopies.filter(
        i => !solved.includes(i) && outcomeOf(i) === 'fails' && outcomeOf(i, everywhere) !== 'fails',
      )
      const elsewhere = sameElsewhere(figure, edit, figures)
      const score =
        edit.prior *
        SOLVED ** (distinct(solved) - 1) *
        UNSOLVED ** distinct(failing.filter(i => !solved.includes(i))) *
        SOLVED_AT_COPY ** Math.min(MOST_COPIES, distinct(solvedAtCopies)) *
        (elsewhere.length > 0 ? ELSEWHERE : 1) *
        (others.length > 0 ? COPIED : 1) *
        (solved.some(i => isExact(i, everywhere)) ? EXACT : 1) *
        peers.favour(figure, edit.value) *
        roundnessFavour(figure, edit.value, sums)
      const agrees = holding.filter(i => i.relation === '=')
      return [{ figure, edit, score, solves: [...solved, ...solvedAtCopies], agrees, elsewhere }]
    })
    .sort((a, b) => b.score - a.score)
}

/** Identities that say the same of the same numbers count once. */
const distinct = (identities: readonly Identity[]): number =>
  new Set(
    identities.map(i =>
      figuresOf(i)
        .map(f => f.value)
        .sort()
        .join(),
    ),
  ).size

/** Whether the middles of all figures come out, rounded as the left one is printed. */
const isExact = (identity: Identity, read: Reading): boolean => {
  const middle: Reading = f => {
    const { low, high } = read(f)
    return { low: (low + high) / 2, high: (low + high) / 2 }
  }
  const right = computed(identity, middle)
  const { number, interval } = identity.left
  if (right === null || number === null || interval.low === -Infinity || interval.high === Infinity) return false
  const half = (Math.abs(number.scale) * 10 ** -number.decimals) / 2
  return Math.abs(right.low - middle(identity.left).low) <= half * ROUNDED
}

/** A half is rounded either way. */
const ROUNDED = 1.000001

const replacing =
  (places: readonly Figure[], edit: Edit) =>
  (f: Figure): Interval => {
    if (!places.includes(f)) return f.interval
    const { low, high } = f.interval
    const by = edit.kind === 'separator' ? Math.abs(edit.value / f.value) : 1
    const half = ((high - low) / 2) * by
    return { low: edit.value - half, high: edit.value + half }
  }

/** The part behind a lost stroke is a figure of the same sum. */
const hasPlanned = ({ text }: Edit, failing: readonly Identity[]): boolean => {
  const planned = Number(text.split('/')[1])
  return failing.some(i => figuresOf(i).some(f => f.value === planned))
}

/** Other places that give the new number for the same indicator: the next columns of a table are not among them. */
const sameElsewhere = (figure: Figure, { value }: Edit, figures: Figures): Figure[] => {
  const { subject, sector, measure, indicator } = figure.observation
  return figures.of(indicator).filter(f => {
    const o = f.observation
    return (
      f !== figure &&
      f.value === value &&
      Math.abs(value) >= 10 &&
      o.subject === subject &&
      o.sector === sector &&
      o.measure === measure &&
      f.time.year === figure.time.year &&
      distance(f.place, figure.place) > NEAR.block
    )
  })
}
