/** Places of a text in its order, whose heights grow with them; heights are asked for only where they are needed. */
export interface Ladder {
  readonly count: number
  /** Where a place stands in the text, in UTF-16 units. */
  offsetOf(rung: number): number
  /** How far below the upper edge of what scrolls it stands, in CSS px. */
  topOf(rung: number): number
}

/** The last rung that is not above a value; -1 where all are. */
export const lastAt = (count: number, heightOf: (rung: number) => number, value: number): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (heightOf(middle) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

const between = (
  { count }: Ladder,
  value: number,
  from: (rung: number) => number,
  to: (rung: number) => number,
): number => {
  if (count === 0) return 0
  const rung = lastAt(count, from, value)
  if (rung === -1) return to(0)
  if (rung === count - 1) return to(rung)
  const [low, high] = [from(rung), from(rung + 1)]
  const share = high > low ? (value - low) / (high - low) : 0
  return to(rung) + share * (to(rung + 1) - to(rung))
}

/** The height of an offset, evenly between the places around it; that of the nearest place outside of all. */
export const topAt = (ladder: Ladder, offset: number): number =>
  between(
    ladder,
    offset,
    rung => ladder.offsetOf(rung),
    rung => ladder.topOf(rung),
  )

/** The offset at a height, as `topAt`. */
export const offsetAt = (ladder: Ladder, top: number): number =>
  between(
    ladder,
    top,
    rung => ladder.topOf(rung),
    rung => ladder.offsetOf(rung),
  )

export interface Rung {
  readonly offset: number
  readonly top: number
}

/** A ladder of places that are known; where one stands higher than one before it, it is taken to stand beside that. */
export const ladderOf = (rungs: readonly Rung[]): Ladder => {
  const tops: number[] = []
  for (const { top } of rungs) tops.push(Math.max(tops.at(-1) ?? top, top))
  return { count: rungs.length, offsetOf: rung => rungs[rung]?.offset ?? 0, topOf: rung => tops[rung] ?? 0 }
}
