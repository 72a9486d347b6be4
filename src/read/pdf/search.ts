/** The index of the last of ascending values that is not above a place; 0 where all are. */
export function lastAtOrBefore(values: readonly number[], place: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return Math.max(low - 1, 0)
}
