/** How many of some values in order come first, as long as `isBefore` holds; it holds for none behind one for which it does not. */
export const countWhile = <T>(sorted: readonly T[], isBefore: (value: T) => boolean): number => {
  let low = 0
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1
    const value = sorted[middle]
    if (value !== undefined && isBefore(value)) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the last of some values in order for which `isBefore` holds; 0 where it holds for none. */
export const lastWhile = <T>(sorted: readonly T[], isBefore: (value: T) => boolean): number =>
  Math.max(0, countWhile(sorted, isBefore) - 1)
