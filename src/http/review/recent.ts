/** Keeps what was made last under its name, the oldest gives way; what is asked for twice at once is made once. */
export const recent = <T>(most: number): { get(name: string, make: () => Promise<T>): Promise<T> } => {
  const kept = new Map<string, Promise<T>>()
  return {
    get(name, make) {
      const known = kept.get(name)
      kept.delete(name)
      const value = known ?? make()
      kept.set(name, value)
      // what went wrong is tried again
      value.catch(() => kept.delete(name))
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
      return value
    },
  }
}
