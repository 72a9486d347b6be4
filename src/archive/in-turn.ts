/** Runs work when all that was begun before under any of its keys has ended. */
export type InTurn = <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>

/** Lets jobs of this process that have a key in common run one after the other. */
export function inTurn(): InTurn {
  const last = new Map<string, Promise<void>>()
  return (keys, work) => {
    const run = Promise.all(keys.map(key => last.get(key))).then(work)
    const ended = run.then(
      () => {},
      () => {},
    )
    for (const key of keys) last.set(key, ended)
    void ended.then(() => {
      for (const key of keys) if (last.get(key) === ended) last.delete(key)
    })
    return run
  }
}
