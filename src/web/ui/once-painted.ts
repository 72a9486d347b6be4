/** Milliseconds: where nothing is painted, as in a tab that is out of sight, it is not waited for longer. */
const LATEST = 100

/** Resolved when the browser has painted what was changed before: what the user waits for goes before what he does not see. */
export const oncePainted = (): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, LATEST)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve)
    })
  })
