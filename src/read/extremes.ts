/** The smallest of any number of values; infinity of none. (`Math.min(...values)` fails on a hundred thousand.) */
export const smallest = (values: readonly number[]): number =>
  values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)

/** The largest of any number of values; minus infinity of none. */
export const largest = (values: readonly number[]): number =>
  values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
