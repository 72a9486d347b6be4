/** What of a worker tells that it cannot run. */
export interface Breakable {
  addEventListener(type: 'error', listen: () => void, options?: { once: boolean }): void
  removeEventListener(type: 'error', listen: () => void): void
}

/**
 * Makes answers of a worker fail that would never come, as it cannot run.
 * @param failure made for each of them
 * @returns what an answer is passed through: it settles as that does, or rejects with the failure. Nothing of it is kept afterwards,
 * as a race with a promise that never settles would keep it
 */
export const unlessBroken = (port: Breakable, failure: () => Error): (<T>(answer: Promise<T>) => Promise<T>) => {
  let isBroken = false
  const breaks = () => {
    isBroken = true
  }
  port.addEventListener('error', breaks, { once: true })
  return answer =>
    new Promise((resolve, reject) => {
      const fail = () => reject(failure())
      if (isBroken) return fail()
      port.addEventListener('error', fail, { once: true })
      answer.then(resolve, reject).finally(() => port.removeEventListener('error', fail))
    })
}
