/** A list with another mixed in: one of the other after every so many, and at the end what is left of it. */
export const mixIn = <T>(list: readonly T[], other: readonly T[], every: number): T[] => {
  const mixed = list.flatMap((each, i) => {
    const nth = (i + 1) / every
    return [each, ...(Number.isInteger(nth) ? other.slice(nth - 1, nth) : [])]
  })
  return [...mixed, ...other.slice(Math.floor(list.length / every))]
}
