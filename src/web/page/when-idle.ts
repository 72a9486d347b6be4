/** Milliseconds: even where there is always something else to be done, it is done by then. */
const LATEST = 500

/**
 * Does something as soon as the browser has nothing else to do. Where a browser cannot tell (Safari), after the next frame.
 * @returns calls it off
 */
export const whenIdle = (act: () => void): (() => void) => {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(act, 20)
    return () => clearTimeout(timer)
  }
  const call = requestIdleCallback(act, { timeout: LATEST })
  return () => cancelIdleCallback(call)
}
