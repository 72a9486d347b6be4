/**
 * Makes jobs run one after the other, in the order in which they were asked for; one that was called off meanwhile is left out.
 * Two pages drawn beside each other would both come as late as the second.
 */
export const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(job: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    const next = last.then(() => {
      signal.throwIfAborted()
      return job()
    })
    last = next.catch(() => undefined)
    return next
  }
}
