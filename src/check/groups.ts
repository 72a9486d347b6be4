/** Adds a value to those of its key. */
export const put = <K, V>(groups: Map<K, V[]>, key: K, value: V): void => {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [value])
  else known.push(value)
}

/** Values by their keys, in the order in which they come. */
export const groupsBy = <K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> => {
  const groups = new Map<K, V[]>()
  for (const value of values) put(groups, keyOf(value), value)
  return groups
}
