/** Has the browser ask before the pages are left, where something would be lost by it then. @returns ends it */
export const warnBeforeUnload = (wouldLose: () => boolean): (() => void) => {
  const ask = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}
